import { ActionIcon, Button, Checkbox, NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { flowLimits, type Key, nowhere } from '../../../../../src-main/contract/flow.ts'
import { text } from '../../../../text/text.ts'
import { Field } from '../../../../ui/Field.tsx'
import classes from './inspector.module.css'
import { Spoken } from './Spoken.tsx'
import type { Ask, StepEdit } from './step-edit.ts'
import { WaySelect } from './WaySelect.tsx'

const words = text.flow.inspector
const keypad = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*', '#'] as const satisfies readonly Key[]

/** What is asked, which keys are understood, where each leads, and what follows silence. */
export function AskFields({ edit }: { edit: StepEdit<Ask> }) {
  const { flow, step, change } = edit
  const choices = Object.entries(step.choices ?? {}) as [Key, NonNullable<Ask['choices']>[Key] & object][]
  const free = keypad.filter(key => !step.choices?.[key])
  const set = (next: NonNullable<Ask['choices']>, about?: string) => change({ ...step, choices: next }, about)
  const without = (key: Key) => Object.fromEntries(choices.filter(([other]) => other !== key))
  return (
    <>
      <Spoken
        flow={flow}
        label={words.says}
        value={step.text}
        onChange={said => change({ ...step, text: said }, 'text')}
      />
      <TextInput
        label={words.store}
        description={words.storeHelp(step.store)}
        maxLength={60}
        value={step.store}
        onChange={event =>
          change({ ...step, store: event.currentTarget.value.replaceAll(/[\s{}]/gu, '_') }, 'store')
        }
      />
      <Field label={words.answers}>
        <div className={classes.rows}>
          {choices.map(([key, choice]) => (
            <div key={key} className={classes.choice}>
              <Select
                aria-label={`${words.key} ${key}`}
                rightSectionWidth={16}
                styles={{ input: { paddingInline: '8px 0' } }}
                data={[key, ...free].toSorted()}
                value={key}
                onChange={value => value && set({ ...without(key), [value]: choice })}
              />
              <TextInput
                aria-label={words.label(key)}
                placeholder={words.labelOf}
                maxLength={60}
                value={choice.label}
                onChange={event =>
                  set(
                    { ...step.choices, [key]: { ...choice, label: event.currentTarget.value } },
                    `label ${key}`,
                  )
                }
              />
              <ActionIcon size="sm" aria-label={words.removeKey(key)} onClick={() => set(without(key))}>
                <IconTrash size={14} />
              </ActionIcon>
              <div className={classes.leads}>
                <span aria-hidden="true">{words.to}</span>
                <WaySelect
                  edit={edit as StepEdit}
                  outlet={`key ${key}`}
                  to={choice.next}
                  way={choice.label || key}
                />
              </div>
            </div>
          ))}
          {free[0] !== undefined && (
            <Button
              size="compact-xs"
              variant="subtle"
              className={classes.more ?? ''}
              leftSection={<IconPlus size={12} />}
              onClick={() => free[0] && set({ ...step.choices, [free[0]]: { label: '', next: nowhere } })}
            >
              {words.addKey}
            </Button>
          )}
        </div>
      </Field>
      <Digits edit={edit} />
      <div className={classes.pair}>
        <NumberInput
          label={words.wait}
          rightSection={words.seconds}
          min={flowLimits.waitSeconds.least}
          max={flowLimits.waitSeconds.most}
          value={step.waitSeconds}
          onChange={value => change({ ...step, waitSeconds: Number(value) || 0 }, 'wait')}
        />
        <NumberInput
          label={words.tries}
          rightSection={words.times}
          rightSectionWidth={48}
          allowDecimal={false}
          min={flowLimits.tries.least}
          max={flowLimits.tries.most}
          value={step.tries}
          onChange={value => change({ ...step, tries: Math.round(Number(value)) || 0 }, 'tries')}
        />
      </div>
      <div className={classes.way}>
        <span>{words.silence}</span>
        <WaySelect edit={edit as StepEdit} outlet="silence" to={step.onSilence} way={words.silence} />
      </div>
      <Checkbox
        label={words.misunderstood}
        checked={step.onMisunderstood !== undefined}
        onChange={event => {
          const { onMisunderstood: _, ...plain } = step
          change(event.currentTarget.checked ? { ...step, onMisunderstood: nowhere } : plain)
        }}
      />
      {step.onMisunderstood !== undefined && (
        <div className={classes.way}>
          <span>{words.otherKey}</span>
          <WaySelect
            edit={edit as StepEdit}
            outlet="misunderstood"
            to={step.onMisunderstood}
            way={words.otherKey}
          />
        </div>
      )}
    </>
  )
}

function Digits({ edit }: { edit: StepEdit<Ask> }) {
  const { step, change } = edit
  return (
    <>
      <Switch
        label={words.takesDigits}
        checked={step.digits !== undefined}
        onChange={event => {
          const { digits: _, next: __, ...plain } = step
          change(event.currentTarget.checked ? { ...step, digits: 4, next: step.next ?? nowhere } : plain)
        }}
      />
      {step.digits !== undefined && (
        <>
          <NumberInput
            label={words.digits}
            allowDecimal={false}
            min={flowLimits.digits.least}
            max={flowLimits.digits.most}
            value={step.digits}
            onChange={value => change({ ...step, digits: Math.round(Number(value)) || 0 }, 'digits')}
          />
          <div className={classes.way}>
            <span>{words.digitsTo}</span>
            <WaySelect edit={edit as StepEdit} outlet="next" to={step.next ?? nowhere} way={words.digitsTo} />
          </div>
        </>
      )}
    </>
  )
}
