import type { StoreFailure } from '../engine/ports/store.ts'

type Known = readonly [code: RegExp, reason: StoreFailure['reason'], text: string]

const diskFull: Known = [
  /^SQLITE_FULL/,
  'full',
  'The disk is full. Free some space; dialling goes on by itself.',
]
const diskFails: Known = [
  /^SQLITE_(IOERR|CANTOPEN|NOMEM)/,
  'io',
  'The disk does not write. Check the drive; dialling goes on by itself.',
]

const known: readonly Known[] = [
  diskFull,
  [
    /^SQLITE_(READONLY|PERM|AUTH)/,
    'read_only',
    'The workspace may not be written. Give this user the right to write.',
  ],
  [
    /^SQLITE_(BUSY|LOCKED|PROTOCOL)/,
    'locked',
    'Another program holds the workspace. Close it; dialling goes on by itself.',
  ],
  [
    /^SQLITE_(CORRUPT|NOTADB)/,
    'corrupt',
    'The workspace file is damaged. Stop the program and restore a backup.',
  ],
  [
    /^SQLITE_IOERR_VNODE/,
    'io',
    'The workspace was deleted, moved or replaced while it was open. Put it back; dialling goes on by itself.',
  ],
  diskFails,
]

/** What an error of the system means, where it could not bring the log onto the disk. */
export function syncFailure(error: unknown, file: string): StoreFailure {
  const code = codeOf(error)
  const [, reason, text] = ['ENOSPC', 'EDQUOT'].includes(code) ? diskFull : diskFails
  return { reason, message: `${text} (${file}, ${code})` }
}

/** What an error of SQLite means for a supervisor; `null` for a bug. */
export function storeFailure(error: unknown, file: string): StoreFailure | null {
  const code = codeOf(error)
  const match = known.find(([pattern]) => pattern.test(code))
  return match ? { reason: match[1], message: `${match[2]} (${file}, ${code})` } : null
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
