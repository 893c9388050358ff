import { agents } from './agents.ts'
import { calls } from './calls.ts'
import { campaigns } from './campaigns.ts'
import { contacts } from './contacts.ts'
import { numbers, trunks } from './lines.ts'
import { workspace } from './workspace.ts'

/** Everything that crosses between the interface and the engine, over MessagePort or WebSocket. */
export const contract = { workspace, campaigns, contacts, calls, agents, numbers, trunks }
export type Contract = typeof contract
