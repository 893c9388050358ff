import type { JobAction } from '../../domain/job.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import type { ContactRow } from '../write/contact-row.ts'
import type { By } from '../write/journal.ts'

/** Does an action to one contact. @returns why it stays as it is, in words that go on from its name; `null`: changed */
export type Act = (contact: ContactRow, by: By) => string | null

export type ActionOf<D extends JobAction['do']> = Extract<JobAction, { do: D }>

/** Looks at what the action needs besides the contacts, anew in each transaction; refuses the whole of it in words. */
export type PrepareAct<D extends JobAction['do']> = (sql: Statements, action: ActionOf<D>) => Act
