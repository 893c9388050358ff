import { ActionIcon, Button, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useId } from 'react'
import type { Condition, Goal, ToldByFlow } from '../../../../src-main/contract/results.ts'
import { text } from '../../../text/text.ts'
import classes from './goals.module.css'

type Rule = Goal['rules'][number]

const words = text.goals.rules
const outcomes = Object.entries(text.words.goals).map(([value, label]) => ({ value, label }))

interface RuleRowsProps {
  readonly rules: readonly Rule[]
  readonly flow: ToldByFlow
  readonly onChange: (rules: readonly Rule[]) => void
}

/** When a goal counts as reached without a step of the flow that says so. */
export function RuleRows({ rules, flow, onChange }: RuleRowsProps) {
  const id = useId()
  const kinds = (Object.keys(words.is) as Condition['is'][]).filter(
    is => is !== 'answered' || flow.asks.length > 0,
  )
  const set = (at: number, rule: Rule) => onChange(rules.map((one, index) => (index === at ? rule : one)))
  return (
    <section aria-labelledby={id} className={classes.rules}>
      <div>
        <h3 id={id} className={classes.title}>
          {words.title}
        </h3>
        <p className={classes.help}>{words.help}</p>
      </div>
      {rules.map((rule, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule has nothing but its place
        <div key={at} className={classes.rule}>
          <Select
            aria-label={words.when}
            data={kinds.map(value => ({ value, label: words.is[value] }))}
            value={rule.when.is}
            allowDeselect={false}
            onChange={value => set(at, { ...rule, when: emptyOf(value as Condition['is'], flow) })}
          />
          <What when={rule.when} flow={flow} onChange={when => set(at, { ...rule, when })} />
          <Select
            aria-label={words.outcome}
            data={outcomes}
            value={rule.outcome}
            allowDeselect={false}
            onChange={value => set(at, { ...rule, outcome: value as Rule['outcome'] })}
          />
          <ActionIcon
            size={24}
            aria-label={words.remove}
            onClick={() => onChange(rules.filter((_, index) => index !== at))}
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-xs"
        style={{ justifySelf: 'start' }}
        onClick={() =>
          onChange([...rules, { when: emptyOf(kinds[0] ?? 'opted_out', flow), outcome: 'achieved' }])
        }
      >
        {words.add}
      </Button>
    </section>
  )
}

function emptyOf(is: Condition['is'], { asks }: ToldByFlow): Condition {
  switch (is) {
    case 'answered':
      return { is, store: asks[0]?.store ?? '', values: [] }
    case 'said':
      return { is, words: '' }
    case 'person_spoke':
      return { is, seconds: 10 }
    case 'opted_out':
      return { is }
  }
}

interface WhatProps {
  readonly when: Condition
  readonly flow: ToldByFlow
  readonly onChange: (when: Condition) => void
}

function What({ when, flow, onChange }: WhatProps) {
  switch (when.is) {
    case 'answered': {
      const values = flow.asks.find(({ store }) => store === when.store)?.values ?? []
      return (
        <div className={classes.what}>
          <Select
            aria-label={words.store}
            data={flow.asks.map(({ store }) => store)}
            value={when.store}
            allowDeselect={false}
            onChange={store => onChange({ is: 'answered', store: store ?? '', values: [] })}
          />
          <MultiSelect
            aria-label={words.values}
            placeholder={when.values.length === 0 ? words.values : ''}
            data={values.map(({ value, label }) => ({ value, label: `${value}: ${label}` }))}
            value={[...when.values]}
            onChange={chosen => onChange({ ...when, values: chosen })}
          />
        </div>
      )
    }
    case 'said':
      return (
        <TextInput
          aria-label={words.words}
          placeholder={words.words}
          maxLength={200}
          value={when.words}
          onChange={event => onChange({ is: 'said', words: event.currentTarget.value })}
        />
      )
    case 'person_spoke':
      return (
        <NumberInput
          aria-label={words.seconds}
          min={1}
          max={3_600}
          clampBehavior="strict"
          allowDecimal={false}
          suffix=" s"
          value={when.seconds}
          onChange={value => onChange({ is: 'person_spoke', seconds: Number(value) || 1 })}
        />
      )
    case 'opted_out':
      return <span />
  }
}
