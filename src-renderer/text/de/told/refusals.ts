import type { Phrase } from '../../phrasebook.ts'
import { agents } from './refused/agents.ts'
import { anything } from './refused/anything.ts'
import { calls } from './refused/calls.ts'
import { campaigns } from './refused/campaigns.ts'
import { contacts } from './refused/contacts.ts'
import { files } from './refused/files.ts'
import { input } from './refused/input.ts'
import { lines } from './refused/lines.ts'
import { meanwhile } from './refused/meanwhile.ts'
import { results } from './refused/results.ts'
import { workspace } from './refused/workspace.ts'

/** What is refused, and what to do now, by who refuses. */
export const refusals: readonly Phrase[] = [
  ...anything,
  ...meanwhile,
  ...campaigns,
  ...agents,
  ...calls,
  ...contacts,
  ...files,
  ...lines,
  ...results,
  ...workspace,
  ...input,
]
