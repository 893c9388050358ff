import { TextInput } from '@mantine/core'
import { type Flow, flowVariables, inWords } from '../../../src-main/contract/flow.ts'
import { text } from '../../text/text.ts'
import classes from './conversation.module.css'

interface SampleContactProps {
  readonly flow: Flow
  readonly values: Readonly<Record<string, string>>
  readonly onChange: (values: Readonly<Record<string, string>>) => void
}

/** Whom the agent talks to while it is tried; what is left empty has the flow's own sample value. */
export function SampleContact({ flow, values, onChange }: SampleContactProps) {
  const variables = [...flowVariables(flow)]
  if (variables.length === 0) return null
  return (
    <details className={classes.contact}>
      <summary>{text.flow.trial.sample}</summary>
      {variables.map(name => (
        <TextInput
          key={name}
          label={inWords(name)}
          placeholder={flow.defaults?.[name] ?? ''}
          maxLength={200}
          value={values[name] ?? ''}
          onChange={event => onChange({ ...values, [name]: event.currentTarget.value })}
        />
      ))}
    </details>
  )
}
