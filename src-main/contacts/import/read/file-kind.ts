import { UnreadableFile } from './unreadable-file.ts'

const foreign: readonly { readonly starts: readonly number[]; readonly is: string; readonly cure: string }[] =
  [
    {
      starts: [0xd0, 0xcf, 0x11, 0xe0],
      is: 'an old or a protected Excel file',
      cure: 'Save it as .xlsx without a password, or as CSV',
    },
    { starts: [0x25, 0x50, 0x44, 0x46], is: 'a PDF', cure: 'Export the table behind it as CSV' },
    { starts: [0x89, 0x50, 0x4e, 0x47], is: 'a PNG picture', cure: 'Save the table as CSV or Excel' },
    { starts: [0xff, 0xd8, 0xff], is: 'a JPEG picture', cure: 'Save the table as CSV or Excel' },
    { starts: [0x47, 0x49, 0x46, 0x38], is: 'a GIF picture', cure: 'Save the table as CSV or Excel' },
    { starts: [0x1f, 0x8b], is: 'packed with gzip', cure: 'Unpack it' },
    { starts: [0x53, 0x51, 0x4c, 0x69], is: 'a SQLite database', cure: 'Export the table as CSV' },
  ]
const zip = [0x50, 0x4b, 0x03, 0x04]

/** By its first bytes, whatever it is called. Refuses what is neither text nor a workbook. */
export function fileKind(head: Uint8Array): 'csv' | 'xlsx' {
  const starts = (bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte)
  if (starts(zip)) return 'xlsx'
  const found = foreign.find(each => starts(each.starts))
  if (found === undefined) return 'csv'
  throw new UnreadableFile(`Line 1: the file is ${found.is}. ${found.cure} and choose it again.`)
}
