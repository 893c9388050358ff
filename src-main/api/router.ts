import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { agents } from './agents.ts'
import { calls } from './calls.ts'
import { campaigns } from './campaigns.ts'
import { contacts } from './contacts.ts'
import { numbers } from './numbers.ts'
import type { Services } from './services.ts'
import { trunks } from './trunks.ts'
import { workspace } from './workspace.ts'

/** The contract with its handlers; a host puts its transport before it. */
export const router = implement(contract)
  .$context<Services>()
  .router({ workspace, campaigns, contacts, calls, agents, numbers, trunks })
