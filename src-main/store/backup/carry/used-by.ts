/** What calls since the backup point at. */
export const usedBy = (column: string): string =>
  `SELECT ${column} FROM present.calls WHERE id IN (SELECT id FROM since)`
