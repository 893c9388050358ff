import type { ExportFormat } from '../../domain/job.ts'
import { nameKey } from '../../domain/name-key.ts'

const endings = { csv: 'csv', 'csv-semicolon': 'csv', xlsx: 'xlsx', json: 'json' } as const

/** `Contacts of Autumn leads` on 22 Nov 2026 is `contacts-of-autumn-leads-2026-11-22.csv`. */
export function exportFileName(title: string, date: string, format: ExportFormat): string {
  const words = nameKey(title)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
  return `${words || 'export'}-${date}.${endings[format]}`
}
