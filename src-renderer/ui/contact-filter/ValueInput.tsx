import { Autocomplete, MultiSelect, NumberInput, TagsInput, TextInput } from '@mantine/core'
import { type Condition, fieldKinds } from '../../../src-main/contract/contact-fields.ts'
import { instantOf, wallTime } from '../../format/wall-time.ts'
import { workspaceZone } from '../../format/zone.ts'
import { text } from '../../text/text.ts'
import { ChoiceList } from './ChoiceList.tsx'
import { standsAlone } from './fields.ts'
import classes from './filter.module.css'
import { useChoices, useCustomFields } from './use-choices.ts'

const words = text.contactFilter

interface ValueInputProps {
  readonly condition: Condition
  readonly onChange: (next: Condition) => void
  readonly autoFocus?: boolean
  /** Choices stand in a list of their own instead of one that opens over what follows. */
  readonly spread?: boolean
}

/** What a condition compares with, by the kind of its field. */
export function ValueInput({ condition, onChange, autoFocus = false, spread = false }: ValueInputProps) {
  if (!('value' in condition) || standsAlone(condition.op)) return null
  const focus = autoFocus && { 'data-autofocus': true }
  if (Array.isArray(condition.value))
    return <ChoiceInput condition={condition} onChange={onChange} autoFocus={autoFocus} spread={spread} />
  if (fieldKinds[condition.field] === 'date') return <DateInput condition={condition} onChange={onChange} />
  if (typeof condition.value === 'number')
    return (
      <NumberInput
        {...focus}
        aria-label={words.value}
        allowNegative={false}
        decimalScale={0}
        max={1_000_000}
        value={condition.value}
        onChange={typed => onChange({ ...condition, value: Number(typed) } as Condition)}
      />
    )
  return (
    <TextInput
      {...focus}
      aria-label={words.value}
      placeholder={words.value}
      maxLength={200}
      value={condition.value as string}
      onChange={event => onChange({ ...condition, value: event.currentTarget.value } as Condition)}
    />
  )
}

function ChoiceInput({ condition, onChange, autoFocus, spread }: ValueInputProps) {
  const choices = useChoices(condition.field)
  const focus = autoFocus && { 'data-autofocus': true }
  const values = ('value' in condition ? condition.value : []) as readonly (string | number)[]
  const take = (next: readonly (string | number)[]) =>
    onChange({ ...condition, value: next } as unknown as Condition)
  if (choices === null)
    return (
      <TagsInput
        {...focus}
        size="xs"
        aria-label={words.value}
        placeholder={values.length === 0 ? words.typeRegion : ''}
        value={values.map(String)}
        onChange={typed => take(typed.map(one => one.trim().toUpperCase()))}
      />
    )
  const known = choices ?? []
  if (spread) return choices && <ChoiceList choices={choices} values={values} onChange={take} />
  const gone = values.filter(value => !known.some(choice => choice.value === value))
  return (
    <MultiSelect
      {...focus}
      size="xs"
      aria-label={words.value}
      placeholder={values.length === 0 ? words.pick : ''}
      searchable
      hidePickedOptions={false}
      maxDropdownHeight={240}
      limit={200}
      nothingFoundMessage={words.nothingToPick}
      comboboxProps={{ withinPortal: false }}
      data={[
        ...known.map(({ value, label }) => ({ value: String(value), label })),
        ...gone.map(value => ({ value: String(value), label: String(value) })),
      ]}
      value={values.map(String)}
      onChange={picked =>
        take(picked.map(one => known.find(choice => String(choice.value) === one)?.value ?? one))
      }
    />
  )
}

function DateInput({ condition, onChange }: Omit<ValueInputProps, 'autoFocus'>) {
  const value = 'value' in condition ? (condition.value as number) : 0
  const take = (next: number) => onChange({ ...condition, value: next } as Condition)
  if (condition.op === 'within_days' || condition.op === 'not_within_days')
    return (
      <NumberInput
        aria-label={words.value}
        suffix={` ${words.daysUnit}`}
        allowNegative={false}
        decimalScale={0}
        min={1}
        max={36_500}
        value={value}
        onChange={typed => take(Number(typed) || 1)}
      />
    )
  const zone = workspaceZone()
  return (
    <input
      type="date"
      className={classes.date}
      aria-label={words.value}
      value={value > 0 ? wallTime(value, zone).slice(0, 10) : ''}
      onChange={event => take(instantOf(`${event.currentTarget.value}T00:00`, zone) ?? 0)}
    />
  )
}

/** Which custom field is meant: one that exists, or any name. */
export function KeyInput({ condition, onChange }: Omit<ValueInputProps, 'autoFocus'>) {
  const fields = useCustomFields()
  if (condition.field !== 'custom') return null
  return (
    <Autocomplete
      size="xs"
      aria-label={words.key}
      placeholder={words.pickKey}
      data={[...fields]}
      maxLength={100}
      limit={50}
      comboboxProps={{ withinPortal: false }}
      value={condition.key}
      onChange={key => onChange({ ...condition, key })}
    />
  )
}
