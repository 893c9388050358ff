import type { Readable } from 'node:stream'
import { readXml } from './xml-events.ts'

/** What a number of a cell is shown as. */
export type Shown =
  | { readonly as: 'number' }
  | { readonly as: 'date' }
  /** With so many digits, leading zeros among them, behind this text: `00000`, `"+"0`. */
  | { readonly as: 'digits'; readonly digits: number; readonly before: string }

/** ECMA-376 part 1, 18.8.30: formats that have a number only. */
const builtInDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57])

/** Of each style of a cell, by its number. */
export async function readFormats(source: Readable): Promise<readonly Shown[]> {
  const codes = new Map<number, string>()
  const styles: Shown[] = []
  let inCells = false
  await readXml(source, {
    open: (name, attribute) => {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode'))
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) {
        const id = Number(attribute('numFmtId'))
        styles.push(builtInDates.has(id) ? { as: 'date' } : shownAs(codes.get(id) ?? ''))
      }
    },
    close: name => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

export function shownAs(code: string): Shown {
  const first = (code.split(';')[0] ?? '').replace(/\[[^\]]*\]/g, '')
  const bare = first.replace(/"[^"]*"|\\./g, '')
  if (/[ymdhs]/i.test(bare) && !/[0#]/.test(bare.replace(/[.,]0+/g, ''))) return { as: 'date' }
  const padded = /^(?:"([^"]*)"|\\(.)|([+]))?\s*(0+)$/.exec(first)
  if (
    padded === null ||
    (padded[4]?.length === 1 && padded[1] === undefined && padded[2] === undefined && padded[3] === undefined)
  )
    return { as: 'number' }
  return {
    as: 'digits',
    digits: padded[4]?.length ?? 1,
    before: padded[1] ?? padded[2] ?? padded[3] ?? '',
  }
}
