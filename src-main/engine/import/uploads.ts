import type { Instant } from '../../domain/ids.ts'
import type { CsvTable } from './read-csv.ts'

/** Files that were read and wait to be used, by a token. Bounded: the oldest goes when a sixth one comes. */
export interface Uploads {
  keep(table: CsvTable): string
  take(upload: string): CsvTable | null
}

const most = 5
const hour = 3_600_000

export function createUploads(now: () => Instant, newToken: () => string): Uploads {
  const kept = new Map<string, { readonly table: CsvTable; readonly until: Instant }>()
  const forgetOld = () => {
    for (const [token, { until }] of kept) if (until < now()) kept.delete(token)
    for (const token of kept.keys()) if (kept.size >= most) kept.delete(token)
  }
  return {
    keep(table) {
      forgetOld()
      const token = newToken()
      kept.set(token, { table, until: now() + hour })
      return token
    },
    take: upload => {
      const found = kept.get(upload)
      return found !== undefined && found.until >= now() ? found.table : null
    },
  }
}
