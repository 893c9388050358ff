import type { ReactNode } from 'react'
import { LaunchDialog } from '../launch/LaunchDialog.tsx'
import { dropMove, type Move, useAskedMove } from './ask.ts'
import { CancelDialog } from './CancelDialog.tsx'
import { DeleteDialog } from './DeleteDialog.tsx'
import type { MoveDialogProps } from './dialog.ts'
import { FinishDialog } from './FinishDialog.tsx'
import { HangUpDialog } from './HangUpDialog.tsx'

const launching =
  (mode: 'launch' | 'restart') =>
  ({ asked: { id, name }, onClose }: MoveDialogProps) => (
    <LaunchDialog campaign={id} name={name} mode={mode} onClose={onClose} />
  )

const dialogs: Partial<Record<Move, (props: MoveDialogProps) => ReactNode>> = {
  launch: launching('launch'),
  restart: launching('restart'),
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
