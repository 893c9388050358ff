import { type ReadTable, slow } from '../../read-work.ts'
import { answered } from './answered.ts'
import { type CheckOrder, checkFile } from './check-file.ts'
import { type PreviewOrder, previewFile } from './preview-file.ts'
import { type RejectedPage, readRejected } from './read-rejected.ts'

/** What is asked about a file before and after its import. */
export const importReads = {
  previewFile: slow((file, order: PreviewOrder) => answered(() => previewFile(file, order))),
  checkFile: slow((file, order: CheckOrder) => answered(() => checkFile(file, order))),
  rejectedRows: slow((_, page: RejectedPage) => answered(() => readRejected(page))),
} satisfies ReadTable
