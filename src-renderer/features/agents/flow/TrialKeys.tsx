import { Button } from '@mantine/core'
import type { Key, TriedFlow, TriedInput } from '../../../../src-main/contract/flow.ts'
import { text } from '../../../text/text.ts'
import classes from '../conversation.module.css'
import { KeyChoices, Keypad } from '../Keypad.tsx'

const words = text.flow.trial

interface TrialKeysProps {
  readonly waits: NonNullable<TriedFlow['waits']>
  readonly onInput: (input: TriedInput) => void
}

/** What a person can do while the agent listens: the keys it understands first, then all others, or nothing. */
export function TrialKeys({ waits: { seconds, choices, typed }, onInput }: TrialKeysProps) {
  const press = (key: Key) => onInput({ is: 'key', key })
  return (
    <div className={classes.keys}>
      <p className={classes.fact}>
        {words.waits(seconds)}
        {typed !== '' && ` · ${words.typed(typed)}`}
      </p>
      <KeyChoices choices={choices} onPress={press}>
        <Button onClick={() => onInput({ is: 'silence' })}>{words.silence}</Button>
      </KeyChoices>
      <Keypad onPress={press} />
    </div>
  )
}
