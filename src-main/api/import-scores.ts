import type { E164 } from '../domain/ids.ts'
import { numberRanges } from '../domain/number-rest.ts'
import { type CsvRow, type CsvTable, readCsv } from '../engine/import/read-csv.ts'
import { readPhone } from '../numbering/phone.ts'
import { addAudit } from '../store/audit.ts'
import { setScore } from '../store/save-number.ts'
import { actor } from './actor.ts'
import { refused } from './refuse.ts'
import type { Services } from './services.ts'

interface ScoreList {
  readonly csv: string
  /** Where the scores come from, as the panel shows it. */
  readonly source: string
  readonly defaultCountry: string
}

const MOST_SHOWN = 100

/** Sets the scores (0–9) that a list of a reputation service gives our numbers; others in it are counted and left. */
export async function importScores(context: Services, { csv, source, defaultCountry }: ScoreList) {
  const table = await readCsv(Buffer.from(csv))
  if ('reason' in table)
    throw refused({ code: 'bad_file', field: 'csv', what: table.reason, cure: 'Nothing was changed.' })
  const columns = columnsOf(table)
  const read = table.rows.map(row => readScore(row, columns, defaultCountry))
  const rejected = read.filter(each => 'reason' in each)
  const scores = new Map(read.flatMap(each => ('reason' in each ? [] : [[each.number, each.score]])))
  const set = await context.change(async tx => {
    const known = await tx.selectFrom('numbers').select(['e164', 'id']).execute()
    const ours = known.filter(({ e164 }) => scores.has(e164))
    for (const { e164, id } of ours) await setScore(tx, id, scores.get(e164) ?? 0, source, context.now())
    const detail = { source, set: ours.length, rejected: rejected.length }
    await addAudit(tx, { actor, action: 'numbers.scores', subject: 'workspace', detail }, context.now())
    return ours.length
  })
  context.engine.changed()
  const broken = table.problems.map(({ line, reason }) => ({ line, text: '', reason }))
  return {
    set,
    others: scores.size - set,
    rejected: rejected.length + broken.length,
    rejectedRows: [...rejected, ...broken].slice(0, MOST_SHOWN),
  }
}

interface Columns {
  readonly number: number
  readonly score: number
}

function columnsOf({ headings }: CsvTable): Columns {
  const number = headings.findIndex(heading => /number|phone|caller/i.test(heading))
  const score = headings.findIndex(heading => /score|rating/i.test(heading))
  if (number >= 0 && score >= 0) return { number, score }
  throw refused({
    code: 'no_column',
    field: 'csv',
    what: `The first line names no column for the ${number < 0 ? 'number' : 'score'}: ${headings.join(', ').slice(0, 200)}.`,
    cure: 'Name two columns “number” and “score” in the first line.',
  })
}

type ReadScore =
  | { readonly number: E164; readonly score: number }
  | { readonly line: number; readonly text: string; readonly reason: string }

function readScore({ line, cells }: CsvRow, { number, score }: Columns, country: string): ReadScore {
  const text = `${cells[number] ?? ''} ${cells[score] ?? ''}`.slice(0, 80)
  const phone = readPhone(cells[number] ?? '', country)
  if ('reason' in phone) return { line, text, reason: phone.reason }
  const { min, max } = numberRanges.score
  const value = Number(cells[score] || Number.NaN)
  if (!Number.isInteger(value) || value < min || value > max)
    return { line, text, reason: `“${cells[score] ?? ''}” is no score from ${min} to ${max}` }
  return { number: phone.number, score: value }
}
