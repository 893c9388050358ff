import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Key } from '../../../src-main/contract/flow.ts'
import { text } from '../../text/text.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import classes from './conversation.module.css'

const words = text.flow.trial
export const keypad = [
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '*',
  '0',
  '#',
] as const satisfies readonly Key[]

interface KeypadProps {
  readonly onPress: (key: Key) => void
}

/** The keys of a telephone. */
export const Keypad = ({ onPress }: KeypadProps) => (
  <fieldset className={classes.keypad} aria-label={words.keypad}>
    {keypad.map(key => (
      <button
        key={key}
        type="button"
        className={classes.key}
        aria-label={words.key(key, '')}
        onClick={() => onPress(key)}
      >
        {key}
      </button>
    ))}
  </fieldset>
)

interface KeyChoicesProps extends KeypadProps {
  readonly choices: readonly { readonly key: Key; readonly label: string }[]
  /** What else can be done. */
  readonly children?: ReactNode
}

/** The keys that are understood now. */
export function KeyChoices({ choices, onPress, children }: KeyChoicesProps) {
  if (choices.length === 0 && children === undefined) return null
  return (
    <div className={classes.choices}>
      {choices.map(({ key, label }) => (
        <Button key={key} aria-label={words.key(key, label)} onClick={() => onPress(key)}>
          <Kbd>{key}</Kbd>&nbsp;{label}
        </Button>
      ))}
      {children}
    </div>
  )
}
