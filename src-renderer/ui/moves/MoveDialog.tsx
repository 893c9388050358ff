import type { ReactNode } from 'react'
import { dropMove, type Move, useAskedMove } from './ask.ts'
import { CancelDialog } from './CancelDialog.tsx'
import { DeleteDialog } from './DeleteDialog.tsx'
import type { MoveDialogProps } from './dialog.ts'
import { FinishDialog } from './FinishDialog.tsx'
import { HangUpDialog } from './HangUpDialog.tsx'
import { LaunchDialog } from './LaunchDialog.tsx'

const dialogs: Partial<Record<Move, (props: MoveDialogProps) => ReactNode>> = {
  launch: LaunchDialog,
  restart: LaunchDialog,
  cancel: CancelDialog,
  finish: FinishDialog,
  hang_up: HangUpDialog,
  delete: DeleteDialog,
}

/** The one place where a move is asked about, whoever started it. */
export function MoveDialog() {
  const asked = useAskedMove(state => state.asked)
  const Dialog = asked && dialogs[asked.move]
  return Dialog ? <Dialog key={`${asked.id} ${asked.move}`} asked={asked} onClose={dropMove} /> : null
}
