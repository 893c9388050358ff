import type { Readable } from 'node:stream'
import type { FileRow } from '../file-rows.ts'
import { type DateSystem, numberText } from './cell-text.ts'
import type { Shown } from './number-format.ts'
import type { SharedStrings } from './shared-strings.ts'
import { xmlEvents } from './xml-events.ts'

export interface SheetContext {
  readonly strings: SharedStrings
  readonly formats: readonly Shown[]
  readonly dates: DateSystem
}

/** Cells beyond are not read: Excel has no column of a higher number. */
const LAST_COLUMN = 16_384

/** Rows of a sheet as they are read, those of each part together with the bytes read so far. Blank ones are left out. */
export async function* sheetRows(
  source: Readable,
  { strings, formats, dates }: SheetContext,
): AsyncGenerator<{ readonly rows: readonly FileRow[]; readonly read: number }> {
  let rows: FileRow[] = []
  let line = 0
  let cells: string[] = []
  let column = -1
  let type = ''
  let style = 0
  let text = ''
  let inValue = false
  const number: Shown = { as: 'number' }

  const cellText = (): string => {
    switch (type) {
      case 's':
        return strings.at(Number(text)).trim()
      case 'b':
        return text === '1' ? 'true' : 'false'
      // A formula that went wrong: #N/A and the like.
      case 'e':
        return ''
      case 'd':
        return text.replace('T00:00:00', '')
      case 'inlineStr':
      case 'str':
        return text.trim()
      default:
        return numberText(text, formats[style] ?? number, dates)
    }
  }
  const events = xmlEvents(source, {
    open: (name, attribute) => {
      if (name === 'row') {
        line = Number(attribute('r')) || line + 1
        cells = []
        column = -1
      } else if (name === 'c') {
        column = columnOf(attribute('r')) ?? column + 1
        type = attribute('t')
        style = Number(attribute('s')) || 0
        text = ''
      } else inValue = name === 'v' || name === 't'
    },
    text: part => {
      if (inValue) text += part
    },
    close: name => {
      if (name === 'v' || name === 't') inValue = false
      else if (name === 'c' && text !== '' && column < LAST_COLUMN) {
        while (cells.length < column) cells.push('')
        cells[column] = cellText()
      } else if (name === 'row' && cells.some(cell => cell !== '')) rows.push({ line, cells })
    },
  })
  for await (const read of events) {
    if (rows.length > 0) yield { rows, read }
    rows = []
  }
}

/** `AB12` is column 27, from 0; `null`: the cell does not say. */
function columnOf(reference: string): number | null {
  let column = 0
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column === 0 ? null : column - 1
}
