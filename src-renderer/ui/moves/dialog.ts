import { text } from '../../text/text.ts'
import type { Asked } from './ask.ts'

export interface MoveDialogProps {
  readonly asked: Asked
  readonly onClose: () => void
}

export const dialogTitle = ({ move, name }: Asked) => text.moves.titles[move](name)
