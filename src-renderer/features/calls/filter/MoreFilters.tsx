import { Checkbox, MultiSelect, NumberInput, Popover, TextInput } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useState } from 'react'
import { text } from '../../../text/text.ts'
import bar from '../../../ui/FilterBar.module.css'
import { type CallSearch, type Goal, goals } from '../search.ts'
import classes from './filter.module.css'
import type { FilterProps } from './filter-props.ts'
import { things, useNames } from './use-names.ts'

const words = text.calls.filters

/** Behind a button: whose, by which agent, number and trunk, with which end. */
export function MoreFilters(props: FilterProps) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus width={340}>
      <Popover.Target>
        <button
          type="button"
          className={bar.chip}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <IconFilter size={12} aria-hidden="true" />
          {words.more}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.more}>
        <Fields {...props} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Fields({ search, campaign, onChange }: FilterProps) {
  const names = useNames()
  const set = (key: keyof CallSearch, value: unknown) => {
    const { [key]: _, ...others } = search
    onChange({ ...others, ...(value !== undefined && { [key]: value }) })
  }
  const seconds = (key: 'min' | 'max') => (value: number | string) =>
    set(key, value === '' ? undefined : Math.min(86_400, Math.max(0, Math.round(Number(value)))))
  return (
    <div className={classes.fields}>
      <TextInput
        label={words.said}
        description={words.saidHelp}
        maxLength={200}
        defaultValue={search.said ?? ''}
        onBlur={event => set('said', event.currentTarget.value.trim() || undefined)}
        onKeyDown={event => {
          if (event.key === 'Enter') set('said', event.currentTarget.value.trim() || undefined)
        }}
      />
      {things
        .filter(thing => thing !== 'campaign' || campaign === undefined)
        .map(thing => (
          <MultiSelect
            key={thing}
            label={words[thing]}
            searchable
            clearable
            comboboxProps={{ withinPortal: false }}
            data={[...names[thing]]}
            value={(search[thing] ?? []).map(String)}
            onChange={ids => set(thing, ids.length > 0 ? ids.map(Number) : undefined)}
          />
        ))}
      <MultiSelect
        label={words.goal}
        clearable
        comboboxProps={{ withinPortal: false }}
        data={goals.map(value => ({ value, label: text.calls.goals[value] }))}
        value={[...(search.goal ?? [])]}
        onChange={values => set('goal', values.length > 0 ? (values as Goal[]) : undefined)}
      />
      <div className={classes.pair}>
        <NumberInput label={words.min} min={0} value={search.min ?? ''} onChange={seconds('min')} />
        <NumberInput label={words.max} min={0} value={search.max ?? ''} onChange={seconds('max')} />
      </div>
      <Checkbox
        label={words.out}
        checked={search.out === true}
        onChange={event => set('out', event.currentTarget.checked || undefined)}
      />
      <Checkbox
        label={words.recorded}
        checked={search.recorded === true}
        onChange={event => set('recorded', event.currentTarget.checked || undefined)}
      />
    </div>
  )
}
