import type { FlowPiece } from '../../../../src-main/contract/flow.ts'

let held: FlowPiece | null = null

/** Steps that were copied, kept while the window is open: they can be put into another agent. */
export const clipboard = {
  put: (piece: FlowPiece): void => {
    held = piece
  },
  get: (): FlowPiece | null => held,
}
