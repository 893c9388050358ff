import type { Sheet } from './sheet.ts'

const ROWS_PER_PART = 500

/** An array of objects, one per line, with the headings as names. */
export function* jsonOf({ columns, rows }: Sheet): Generator<string> {
  let part = '['
  let held = 0
  let first = true
  for (const row of rows) {
    const object = Object.fromEntries(columns.map(({ heading }, at) => [heading, row[at] ?? null]))
    part += `${first ? '\n' : ',\n'}${JSON.stringify(object)}`
    first = false
    if (++held < ROWS_PER_PART) continue
    yield part
    part = ''
    held = 0
  }
  yield `${part}\n]\n`
}
