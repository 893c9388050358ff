import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { inWords, longestStepName } from '../../../../../src-main/contract/flow.ts'
import { text } from '../../../../text/text.ts'

const words = text.flow.inspector

interface StepNameProps {
  readonly id: string
  readonly isTaken: (name: string) => boolean
  readonly onRename: (name: string) => void
}

/** Takes effect when it is left, since every line to the step goes by its name. */
export function StepName({ id, isTaken, onRename }: StepNameProps) {
  const [name, setName] = useState(inWords(id))
  const wanted = name.trim()
  const isChanged = wanted !== '' && wanted !== inWords(id)
  const isRefused = isChanged && isTaken(wanted)
  const leave = () => {
    if (isChanged && !isRefused) onRename(wanted)
    else if (wanted === '') setName(inWords(id))
  }
  return (
    <TextInput
      label={words.name}
      maxLength={longestStepName}
      value={name}
      error={isRefused ? words.nameTaken : undefined}
      onChange={event => setName(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={event => {
        if (event.key === 'Enter') leave()
      }}
    />
  )
}
