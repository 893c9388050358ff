import type { ExportOrder } from '../../../src-main/contract/jobs.ts'
import { ExportFrame } from './ExportFrame.tsx'

interface ExportListDialogProps {
  readonly what: Exclude<ExportOrder['what'], { of: 'contacts' }>
  readonly title: string
  readonly rows?: number
  readonly onClose: () => void
}

/** Calls, or the do-not-call list: all of it, with all that is known. */
export const ExportListDialog = ({ what, title, rows, onClose }: ExportListDialogProps) => (
  <ExportFrame what={what} columns={null} title={title} rows={rows} onClose={onClose} />
)
