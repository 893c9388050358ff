import { statSync } from 'node:fs'
import type { SqliteFile } from './sqlite-file.ts'

// The check reads about 300 MB a second: so much keeps a start under two seconds.
const ALWAYS_UP_TO_BYTES = 64 * 2 ** 20
const AFTER_A_CRASH_UP_TO_BYTES = 512 * 2 ** 20

/** Looks through the pages of the file, longer after an unclean exit. @returns the first damage, else `null` */
export function checkDamage(sqlite: SqliteFile, file: string, wasUnclean: boolean): string | null {
  const { size } = statSync(file)
  if (size > (wasUnclean ? AFTER_A_CRASH_UP_TO_BYTES : ALWAYS_UP_TO_BYTES)) return null
  const found = String(sqlite.pragma('quick_check(1)'))
  return found === 'ok' ? null : found
}
