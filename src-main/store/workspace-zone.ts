import type { Statements } from './sqlite-file.ts'

/** IANA: the zone chosen for the workspace, else that of this computer. */
export const workspaceZone = (sql: Pick<Statements, 'first'>): string =>
  sql.first<{ zone: string | null }>(
    `SELECT json_extract(value, '$.zone') AS zone FROM settings WHERE key = 'profile'`,
  )?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
