import type { ImportCounts } from '../../domain/import-plan.ts'
import { table } from './table.ts'

/** What an import did, for a person: every row stands in one line of the first five. */
export function importText(
  counts: ImportCounts,
  reasons: readonly { readonly reason: string; readonly rows: number }[],
  rejectedFile: string | null,
): string {
  const rows = [
    ['added', counts.added],
    ['updated', counts.updated],
    ['unchanged', counts.unchanged],
    ['duplicates in the file', counts.duplicates],
    ['rejected', counts.rejected],
    ['of them on the do-not-call list', counts.doNotCall],
    ['cells not understood', counts.notUnderstood],
  ] as const
  const lines = [table(rows.map(([what, count]) => [what, count.toLocaleString('en')]))]
  for (const { reason, rows: rejected } of reasons)
    lines.push(`  ${reason}: ${rejected.toLocaleString('en')}`)
  if (rejectedFile !== null) lines.push(`Rejected rows: ${rejectedFile}`)
  return lines.join('\n')
}
