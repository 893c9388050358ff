import { NumberInput, Switch, TextInput } from '@mantine/core'
import type { LaunchChoices, LaunchPreview } from '../../../src-main/contract/launch.ts'
import { text } from '../../text/text.ts'
import classes from './SwitchesPart.module.css'

const words = text.launch

interface SwitchesPartProps {
  readonly name: string
  readonly choices: LaunchChoices
  readonly onChange: (choices: LaunchChoices) => void
  readonly testContacts: number
  readonly preview: LaunchPreview | undefined
  readonly typedName: string
  readonly onTypedName: (typed: string) => void
}

/** Keep live, re-run, reset, test first. */
export function SwitchesPart({
  name,
  choices,
  onChange,
  testContacts,
  preview,
  typedName,
  onTypedName,
}: SwitchesPartProps) {
  const flag = (field: 'keepLive' | 'rerunAll' | 'resetHistory', label: string, help: string) => (
    <Switch
      label={label}
      description={help}
      checked={choices[field]}
      onChange={event => onChange({ ...choices, [field]: event.currentTarget.checked })}
    />
  )
  return (
    <div className={classes.switches}>
      {flag('keepLive', words.keepLive.label, words.keepLive.help)}
      {flag('rerunAll', words.rerunAll.label, words.rerunAll.help)}
      {flag('resetHistory', words.reset.label, words.reset.help)}
      {choices.resetHistory && (
        <div className={classes.reset}>
          <p>{words.reset.lost(preview?.keptOutByDoNotCall ?? 0)}</p>
          <TextInput
            label={words.reset.typeName}
            placeholder={name}
            value={typedName}
            onChange={event => onTypedName(event.currentTarget.value)}
          />
        </div>
      )}
      <div className={classes.test}>
        <Switch
          label={words.test.label}
          description={words.test.help}
          checked={choices.testContacts !== null}
          onChange={event =>
            onChange({ ...choices, testContacts: event.currentTarget.checked ? testContacts : null })
          }
        />
        {choices.testContacts !== null && (
          <NumberInput
            aria-label={words.test.contacts}
            w={56}
            min={1}
            max={10_000}
            value={choices.testContacts}
            onChange={value => {
              const typed = Math.trunc(Number(value))
              if (typed >= 1 && typed <= 10_000) onChange({ ...choices, testContacts: typed })
            }}
          />
        )}
      </div>
    </div>
  )
}
