import { Button } from '@mantine/core'
import type { Key, TriedFlow, TriedInput } from '../../../../src-main/contract/flow.ts'
import { text } from '../../../text/text.ts'
import { Kbd } from '../../../ui/Kbd.tsx'
import classes from './Trial.module.css'

const words = text.flow.trial
const keypad = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const satisfies readonly Key[]

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
      <div className={classes.choices}>
        {choices.map(({ key, label }) => (
          <Button key={key} aria-label={words.key(key, label)} onClick={() => press(key)}>
            <Kbd>{key}</Kbd>&nbsp;{label}
          </Button>
        ))}
        <Button onClick={() => onInput({ is: 'silence' })}>{words.silence}</Button>
      </div>
      <fieldset className={classes.keypad} aria-label={words.keypad}>
        {keypad.map(key => (
          <button
            key={key}
            type="button"
            className={classes.key}
            aria-label={words.key(key, '')}
            onClick={() => press(key)}
          >
            {key}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
