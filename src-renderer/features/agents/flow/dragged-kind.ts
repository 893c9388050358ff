import type { DragEvent } from 'react'
import { type StepKind, stepKinds } from '../../../../src-main/contract/flow.ts'

const type = 'application/x-trunkline-step'

export const dragKind = ({ dataTransfer }: DragEvent, kind: StepKind): void => {
  dataTransfer.setData(type, kind)
  dataTransfer.effectAllowed = 'copy'
}

/** `null`: something else is dropped here. */
export const draggedKind = ({ dataTransfer }: DragEvent): StepKind | null =>
  stepKinds.find(kind => kind === dataTransfer.getData(type)) ?? null
