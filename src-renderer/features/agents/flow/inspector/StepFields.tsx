import { SegmentedControl, Select, Switch, TextInput } from '@mantine/core'
import type { FlowStep, GoalOutcome } from '../../../../../src-main/contract/flow.ts'
import { text } from '../../../../text/text.ts'
import { Field } from '../../../../ui/Field.tsx'
import { AskFields } from './AskFields.tsx'
import { BranchFields } from './BranchFields.tsx'
import classes from './inspector.module.css'
import { Spoken } from './Spoken.tsx'
import type { Ask, Branch, StepEdit } from './step-edit.ts'
import { WaySelect } from './WaySelect.tsx'

const words = text.flow.inspector
const outcomes = (['achieved', 'partially_achieved', 'not_achieved'] as const).map(value => ({
  value,
  label: text.words.goals[value],
}))

/** The fields of a step, whatever its kind. `names`: what a branch can go by. */
export function StepFields({ edit, names }: { edit: StepEdit; names: readonly string[] }) {
  const { flow, step, change } = edit
  switch (step.do) {
    case 'say':
      return (
        <>
          <Spoken
            flow={flow}
            label={words.says}
            value={step.text}
            onChange={said => change({ ...step, text: said }, 'text')}
          />
          <Switch
            label={words.interruptible}
            checked={step.interruptible ?? false}
            onChange={event => change({ ...step, interruptible: event.currentTarget.checked })}
          />
          <Then edit={edit} to={step.next} />
        </>
      )
    case 'ask':
      return <AskFields edit={edit as unknown as StepEdit<Ask>} />
    case 'branch':
      return <BranchFields edit={edit as unknown as StepEdit<Branch>} names={names} />
    case 'goal':
      return (
        <>
          <Key
            label={words.goal}
            help={words.goalHelp}
            value={step.name}
            onChange={name => change({ ...step, name }, 'goal')}
          />
          <Select
            label={words.outcome}
            data={outcomes}
            value={step.outcome}
            onChange={value => value && change({ ...step, outcome: value as GoalOutcome })}
          />
          <Then edit={edit} to={step.next} />
        </>
      )
    case 'answer':
      return (
        <>
          <Key
            label={words.question}
            help={words.questionHelp}
            value={step.question}
            onChange={question => change({ ...step, question }, 'question')}
          />
          <TextInput
            label={words.answerValue}
            description={words.valueHelp}
            maxLength={200}
            value={step.value}
            onChange={event => change({ ...step, value: event.currentTarget.value }, 'value')}
          />
          <Then edit={edit} to={step.next} />
        </>
      )
    case 'opt_out':
      return (
        <>
          <Field label={words.scope}>
            <SegmentedControl
              aria-label={words.scope}
              data={(['all', 'campaign'] as const).map(value => ({ value, label: words.scopes[value] }))}
              value={step.scope}
              onChange={value => change({ ...step, scope: value as 'all' | 'campaign' })}
            />
          </Field>
          <Then edit={edit} to={step.next} />
        </>
      )
    case 'end':
      return (
        <Spoken
          flow={flow}
          label={words.saysLast}
          help={words.saysLastHelp}
          value={step.text ?? ''}
          onChange={said => {
            const ending: FlowStep = said === '' ? { do: 'end' } : { do: 'end', text: said }
            change(ending, 'text')
          }}
        />
      )
  }
}

const Then = ({ edit, to }: { edit: StepEdit; to: string }) => (
  <div className={classes.way}>
    <span>{text.flow.ways.next}</span>
    <WaySelect edit={edit} outlet="next" to={to} way={text.flow.ways.next} />
  </div>
)

interface KeyProps {
  readonly label: string
  readonly help: string
  readonly value: string
  readonly onChange: (value: string) => void
}

const Key = ({ label, help, value, onChange }: KeyProps) => (
  <TextInput
    label={label}
    description={help}
    maxLength={80}
    value={value}
    onChange={event => onChange(event.currentTarget.value)}
  />
)
