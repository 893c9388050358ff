import { Textarea } from '@mantine/core'
import type { Flow } from '../../../../../src-main/contract/flow.ts'
import { text } from '../../../../text/text.ts'
import { sampleOf, spokenSeconds } from './sample.ts'

const words = text.flow.inspector

interface SpokenProps {
  readonly flow: Flow
  readonly label: string
  readonly help?: string
  readonly value: string
  readonly onChange: (text: string) => void
}

/** A text that is spoken, with how it sounds to the sample contact. */
export function Spoken({ flow, label, help, value, onChange }: SpokenProps) {
  const sample = sampleOf(value, flow)
  return (
    <Textarea
      label={label}
      description={
        sample === '' ? help : words.sample(spokenSeconds(sample), sample === value.trim() ? null : sample)
      }
      autosize
      minRows={3}
      maxRows={10}
      maxLength={2_000}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
