import { Button, TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronLeft, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Condition, FilterField } from '../../../src-main/contract/contact-fields.ts'
import { text } from '../../text/text.ts'
import { ConditionInputs } from './ConditionInputs.tsx'
import { freshCondition, isWhole } from './edit.ts'
import { fieldGroups, groupsFor } from './fields.ts'
import classes from './filter.module.css'

const words = text.contactFilter

interface ConditionPopoverProps {
  /** Absent: the field is chosen first. */
  readonly start?: Condition
  readonly within: 'all' | 'campaign'
  readonly onApply: (condition: Condition) => void
  readonly onAll?: () => void
}

/** One condition, in two steps: which field, then how it is compared. */
export function ConditionPopover({ start, within, onApply, onAll }: ConditionPopoverProps) {
  const [condition, setCondition] = useState(start)
  const form = useRef<HTMLFormElement>(null)
  const field = condition?.field
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the field is known, its value is what comes next
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), [field])
  if (!condition)
    return <FieldList within={within} onPick={field => setCondition(freshCondition(field))} onAll={onAll} />
  return (
    <form
      ref={form}
      className={classes.popover}
      onSubmit={event => {
        event.preventDefault()
        if (isWhole(condition)) onApply(condition)
      }}
    >
      <div className={classes.popoverHead}>
        <strong>{words.fields[condition.field]}</strong>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconChevronLeft size={12} />}
          onClick={() => setCondition(undefined)}
        >
          {words.back}
        </Button>
      </div>
      <ConditionInputs condition={condition} onChange={setCondition} autoFocus spread />
      <Button type="submit" variant="filled" disabled={!isWhole(condition)}>
        {words.apply}
      </Button>
    </form>
  )
}

interface FieldListProps {
  readonly within: 'all' | 'campaign'
  readonly onPick: (field: FilterField) => void
  readonly onAll: (() => void) | undefined
}

function FieldList({ within, onPick, onAll }: FieldListProps) {
  const [typed, setTyped] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const sought = typed.trim().toLowerCase()
  const groups = groupsFor(within).flatMap(group => {
    const fields = fieldGroups[group].filter(field => words.fields[field].toLowerCase().includes(sought))
    return fields.length === 0 ? [] : [{ group, fields }]
  })
  const first = groups[0]?.fields[0]
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus()
  }
  return (
    <search className={classes.fields} onKeyDown={onKeyDown}>
      <TextInput
        data-autofocus
        aria-label={words.findField}
        placeholder={words.findField}
        leftSection={<IconSearch size={14} />}
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
        onKeyDown={event => event.key === 'Enter' && first && onPick(first)}
      />
      <ul ref={list}>
        {groups.map(({ group, fields }) => (
          <li key={group}>
            <h2 className={classes.fieldsHead}>{words.groups[group]}</h2>
            <ul>
              {fields.map(field => (
                <li key={field}>
                  <UnstyledButton className={classes.field} onClick={() => onPick(field)}>
                    {words.fields[field]}
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {groups.length === 0 && <p className={classes.none}>{words.noField}</p>}
      {onAll && (
        <Button size="compact-xs" variant="subtle" onClick={onAll}>
          {words.all}
        </Button>
      )}
    </search>
  )
}
