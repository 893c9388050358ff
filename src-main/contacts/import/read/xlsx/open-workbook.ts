import type { RowPart } from '../file-rows.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import { type Archive, openArchive } from './archive.ts'
import type { DateSystem } from './cell-text.ts'
import { readFormats } from './number-format.ts'
import { readSharedStrings } from './shared-strings.ts'
import { sheetRows } from './sheet-rows.ts'
import { readXml } from './xml-events.ts'

export interface Workbook {
  readonly sheets: readonly string[]
  /** Of the chosen sheet; each time from its beginning. */
  rows(): AsyncGenerator<RowPart>
}

/** An Excel workbook (ECMA-376, .xlsx), read part by part. @param sheet from 0 */
export async function openWorkbook(path: string, sheet: number): Promise<Workbook> {
  const archive = await openArchive(path)
  try {
    const { sheets } = await readDirectory(archive)
    const chosen = sheets[sheet]
    if (chosen === undefined)
      throw new UnreadableFile(`The workbook has ${sheets.length} sheets, none with the number ${sheet + 1}.`)
    return { sheets: sheets.map(({ name }) => name), rows: () => rowsOf(path, sheet) }
  } finally {
    archive.close()
  }
}

async function* rowsOf(path: string, sheet: number): AsyncGenerator<RowPart> {
  const archive = await openArchive(path)
  try {
    const { sheets, dates, strings, styles } = await readDirectory(archive)
    const part = sheets[sheet]?.part ?? ''
    const context = {
      dates,
      strings: archive.has(strings) ? await readSharedStrings(await archive.open(strings)) : { at: () => '' },
      formats: archive.has(styles) ? await readFormats(await archive.open(styles)) : [],
    }
    const bytes = archive.size(part)
    for await (const { rows, read } of sheetRows(await archive.open(part), context))
      yield { rows, share: Math.min(1, read / bytes) }
  } finally {
    archive.close()
  }
}

interface Directory {
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly dates: DateSystem
  readonly strings: string
  readonly styles: string
}

async function readDirectory(archive: Archive): Promise<Directory> {
  const book = 'xl/workbook.xml'
  const relations = 'xl/_rels/workbook.xml.rels'
  if (!archive.has(book) || !archive.has(relations))
    throw new UnreadableFile(
      'Line 1: the file is a ZIP archive, and no workbook in it. Unpack it, or save the table as .xlsx or CSV.',
    )
  const targets = new Map<string, string>()
  const byType = new Map<string, string>()
  await readXml(await archive.open(relations), {
    open: (name, attribute) => {
      if (name !== 'Relationship') return
      const target = attribute('Target')
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      targets.set(attribute('Id'), path)
      byType.set(attribute('Type').split('/').at(-1) ?? '', path)
    },
  })
  const sheets: { name: string; part: string }[] = []
  let dates: DateSystem = 1900
  await readXml(await archive.open(book), {
    open: (name, attribute) => {
      if (name === 'workbookPr' && /^(1|true)$/.test(attribute('date1904'))) dates = 1904
      const part = name === 'sheet' ? targets.get(attribute('r:id')) : undefined
      if (part?.includes('worksheets/')) sheets.push({ name: attribute('name'), part })
    },
  })
  return {
    sheets,
    dates,
    strings: byType.get('sharedStrings') ?? '',
    styles: byType.get('styles') ?? '',
  }
}
