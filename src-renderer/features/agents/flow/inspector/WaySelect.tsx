import { Select } from '@mantine/core'
import {
  connect,
  inWords,
  nowhere,
  type OutletId,
  readingOrder,
  type StepId,
  stepOf,
} from '../../../../../src-main/contract/flow.ts'
import { text } from '../../../../text/text.ts'
import type { StepEdit } from './step-edit.ts'

const words = text.flow.inspector

interface WaySelectProps {
  readonly edit: StepEdit
  readonly outlet: OutletId
  readonly to: StepId
  /** What leads there, for readers. */
  readonly way: string
}

/** Where one way leads: the line of the canvas as a choice, for keyboard and reader. */
export function WaySelect({ edit: { flow, id, change }, outlet, to, way }: WaySelectProps) {
  const isOpen = stepOf(flow, to) === null
  return (
    <Select
      aria-label={words.leadsTo(way)}
      searchable
      data={[
        { value: nowhere, label: words.nowhere },
        ...readingOrder(flow).map(value => ({ value, label: inWords(value) })),
      ]}
      value={isOpen ? nowhere : to}
      error={isOpen}
      onChange={value => {
        const step = stepOf(connect(flow, id, outlet, value ?? nowhere), id)
        if (step) change(step)
      }}
    />
  )
}
