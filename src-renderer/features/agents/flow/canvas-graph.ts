import { type Edge, MarkerType } from '@xyflow/react'
import {
  type Flow,
  type FlowFault,
  inWords,
  outletsOf,
  readingOrder,
  type StepId,
  stepOf,
} from '../../../../src-main/contract/flow.ts'
import { text } from '../../../text/text.ts'
import { placesOf, sizeOf } from './layout.ts'
import type { StepNodeType } from './StepNode.tsx'
import { wayWord } from './way-word.ts'

const words = text.flow.canvas

interface Shown {
  readonly faults: readonly FlowFault[]
  /** Where the trial speaks. */
  readonly current: StepId | null
  /** The one that Tab leads to. */
  readonly reached: StepId | null
}

/** The steps of a flow as nodes, in the order of reading. */
export function nodesOf(flow: Flow, { faults, current, reached }: Shown): StepNodeType[] {
  const places = placesOf(flow)
  return readingOrder(flow).flatMap(id => {
    const step = stepOf(flow, id)
    if (step === null) return []
    const errors = faults.filter(fault => fault.step === id).length
    const open = outletsOf(step).filter(({ to }) => stepOf(flow, to) === null)
    const { width, height } = sizeOf(step)
    return [
      {
        id,
        type: 'step' as const,
        position: places.get(id) ?? { x: 0, y: 0 },
        width,
        height,
        ariaLabel: words.step(inWords(id), text.flow.kinds[step.do], errors),
        domAttributes: { tabIndex: id === reached ? 0 : -1 },
        data: {
          step,
          errors,
          isStart: id === flow.start,
          isCurrent: id === current,
          open: open.map(way => way.id),
        },
      },
    ]
  })
}

/** The ways between steps as lines. */
export const edgesOf = (flow: Flow): Edge[] =>
  Object.entries(flow.steps).flatMap(([from, step]) =>
    outletsOf(step)
      .filter(({ to }) => stepOf(flow, to) !== null)
      .map(way => ({
        id: `${from}\n${way.id}`,
        source: from,
        sourceHandle: way.id,
        target: way.to,
        type: 'smoothstep',
        markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14 },
        ariaLabel: words.way(inWords(from), wayWord(step, way), inWords(way.to)),
      })),
  )
