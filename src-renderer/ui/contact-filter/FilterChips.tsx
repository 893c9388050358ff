import { Popover, UnstyledButton } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Condition, ContactFilter, FilterField } from '../../../src-main/contract/contact-fields.ts'
import { text } from '../../text/text.ts'
import { ConditionPopover } from './ConditionPopover.tsx'
import { added, everybody, type FilterPart, isGroup, removed, replaced } from './edit.ts'
import classes from './filter.module.css'
import { useNameOf } from './use-choices.ts'
import { partText } from './words.ts'

const words = text.contactFilter

interface FilterChipsProps {
  readonly filter: ContactFilter | null
  readonly within: 'all' | 'campaign'
  readonly onChange: (next: ContactFilter | null) => void
  /** Opens the builder, for groups and for everything at once. */
  readonly onAll: () => void
}

/** The conditions of a table as chips in its bar. What does not fit a row of chips opens in the builder. */
export function FilterChips({ filter, within, onChange, onAll }: FilterChipsProps) {
  const fields = useMemo(() => new Set(filter ? fieldsIn(filter) : []), [filter])
  const nameOf = useNameOf(fields)
  const take = (next: ContactFilter) => onChange(next.of.length === 0 ? null : next)
  const now = filter ?? everybody
  const inOne = now.match === 'any' && now.of.length > 1
  return (
    <>
      {inOne ? (
        <Chip word={partText(now, nameOf)} onOpen={onAll} onRemove={() => onChange(null)} />
      ) : (
        now.of.map((part, place) =>
          isGroup(part) ? (
            <Chip
              // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other name than its place
              key={place}
              word={partText(part, nameOf)}
              onOpen={onAll}
              onRemove={() => take(removed(now, [place]))}
            />
          ) : (
            <ConditionChip
              // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other name than its place
              key={place}
              condition={part}
              word={partText(part, nameOf)}
              within={within}
              onChange={next => take(replaced(now, [place], next))}
              onRemove={() => take(removed(now, [place]))}
            />
          ),
        )
      )}
      {!inOne && <AddFilter within={within} onAdd={part => take(added(now, [], part))} onAll={onAll} />}
    </>
  )
}

const fieldsIn = (part: FilterPart): FilterField[] =>
  isGroup(part) ? part.of.flatMap(fieldsIn) : [part.field]

interface ChipProps {
  readonly word: string
  readonly onOpen: () => void
  readonly onRemove: () => void
  readonly opened?: boolean
}

const Chip = ({ word, onOpen, onRemove, opened }: ChipProps) => (
  <span className={classes.chip}>
    <UnstyledButton
      className={classes.chipWord}
      aria-label={words.change(word)}
      aria-haspopup="dialog"
      aria-expanded={opened}
      onClick={onOpen}
    >
      {word}
    </UnstyledButton>
    <UnstyledButton className={classes.chipAway} aria-label={words.remove(word)} onClick={onRemove}>
      <IconX size={12} aria-hidden="true" />
    </UnstyledButton>
  </span>
)

interface ConditionChipProps {
  readonly condition: Condition
  readonly word: string
  readonly within: 'all' | 'campaign'
  readonly onChange: (next: Condition) => void
  readonly onRemove: () => void
}

function ConditionChip({ condition, word, within, onChange, onRemove }: ConditionChipProps) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus width={320}>
      <Popover.Target>
        <span>
          <Chip word={word} opened={opened} onOpen={() => setOpened(true)} onRemove={onRemove} />
        </span>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.change(word)}>
        <ConditionPopover
          start={condition}
          within={within}
          onApply={next => {
            setOpened(false)
            onChange(next)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

interface AddFilterProps {
  readonly within: 'all' | 'campaign'
  readonly onAdd: (condition: Condition) => void
  readonly onAll: () => void
}

function AddFilter({ within, onAdd, onAll }: AddFilterProps) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus width={320}>
      <Popover.Target>
        <UnstyledButton
          className={classes.add}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <IconPlus size={12} aria-hidden="true" />
          {words.add}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.addTitle}>
        <ConditionPopover
          within={within}
          onApply={next => {
            setOpened(false)
            onAdd(next)
          }}
          onAll={() => {
            setOpened(false)
            onAll()
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
