import type { E164 } from '../../../domain/ids.ts'
import type { Statements } from '../../../store/sqlite-file.ts'

/** Whether some contact has the number, whichever of its numbers. */
export const isHeld = (sql: Pick<Statements, 'first'>, number: E164): boolean =>
  sql.first('SELECT 1 FROM contacts WHERE phone = ?', number) !== undefined ||
  sql.first('SELECT 1 FROM further_phones WHERE phone = ?', number) !== undefined
