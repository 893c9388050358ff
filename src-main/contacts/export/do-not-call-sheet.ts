import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import type { Cell, Sheet } from './sheet.ts'
import type { Stamp } from './stamp.ts'

const headings = ['phone_number', 'scope', 'campaign', 'reason', 'source', 'since', 'expires', 'contact_name']

/** The whole do-not-call list: numbers first, then prefixes and countries. */
export function doNotCallSheet(file: ReadOnlyFile, stamp: Stamp, onRows: (rows: number) => void): Sheet {
  return { columns: headings.map(heading => ({ key: heading, heading })), rows: rowsOf(file, stamp, onRows) }
}

function* rowsOf(
  file: ReadOnlyFile,
  stamp: Stamp,
  onRows: (rows: number) => void,
): Generator<readonly Cell[]> {
  let rows = 0
  for (const row of file.each(numbers, [])) {
    const [number, scope, campaign, reason, source, at, expires, name] = row as readonly Cell[]
    yield [
      number,
      scope,
      campaign,
      reason,
      source,
      stamp(at as number),
      stamp(expires as number | null),
      name,
    ] as Cell[]
    rows += 1
  }
  for (const row of file.each(blocks, [])) {
    const [value, scope, reason, at] = row as readonly Cell[]
    yield [value, scope, null, reason, 'supervisor', stamp(at as number), null, null] as Cell[]
    rows += 1
  }
  onRows(rows)
}

const numbers = `SELECT s.number, s.scope, campaigns.name, s.reason, s.source, s.at, s.expires_at,
    (SELECT name FROM contacts WHERE phone = s.number)
  FROM suppressions s LEFT JOIN campaigns ON campaigns.id = s.campaign_id ORDER BY s.number, s.scope`

const blocks = `SELECT prefix, 'prefix', reason, at FROM blocked_prefixes
  UNION ALL SELECT country, 'country', reason, at FROM blocked_countries ORDER BY 2, 1`
