import { createRouterClient } from '@orpc/server'
import { agents } from '../agents.ts'
import { backups } from '../backups.ts'
import { businessHours } from '../business-hours.ts'
import { campaigns } from '../campaigns.ts'
import { compliance } from '../compliance.ts'
import { numbers } from '../numbers.ts'
import { preferences } from '../preferences.ts'
import type { Services } from '../services.ts'
import { trunks } from '../trunks.ts'
import { workspace } from '../workspace.ts'

/** The parts of the contract that do the work: each thing is checked and audited as if somebody had typed it. */
export const partClients = (context: Services) =>
  createRouterClient(
    { agents, businessHours, trunks, numbers, campaigns, workspace, backups, preferences, compliance },
    { context },
  )
export type PartClients = ReturnType<typeof partClients>
