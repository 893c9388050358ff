import { ActionIcon, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ContactList, Segment } from '../../../../src-main/contract/contact-groups.ts'
import { count } from '../../../format/number.ts'
import { text } from '../../../text/text.ts'
import classes from './GroupPicker.module.css'
import { type Group, keyOf, standsAlone } from './groups.ts'

const words = text.campaign.contacts.add

interface GroupPickerProps {
  readonly lists: readonly ContactList[]
  readonly segments: readonly Segment[]
  readonly chosen: readonly Group[]
  readonly onChange: (next: readonly Group[]) => void
}

const nameOf = (group: Group): string => {
  if (group.of === 'all') return text.contacts.all
  return group.of === 'list' ? `${group.list.name}, ${count(group.list.contacts)}` : group.segment.name
}

/** Lists and segments, one after the other; everybody stands alone. */
export function GroupPicker({ lists, segments, chosen, onChange }: GroupPickerProps) {
  const all: readonly Group[] = [
    ...lists.map(list => ({ of: 'list', list }) as const),
    ...segments.map(segment => ({ of: 'segment', segment }) as const),
    { of: 'all' },
  ]
  const taken = new Set(chosen.map(keyOf))
  const left = all.filter(group => !taken.has(keyOf(group)))
  const itemsOf = (of: Group['of']) =>
    left.filter(group => group.of === of).map(group => ({ value: keyOf(group), label: nameOf(group) }))
  const isClosed = chosen.some(standsAlone)
  const add = (key: string | null) => {
    const group = left.find(one => keyOf(one) === key)
    if (group) onChange(standsAlone(group) ? [group] : [...chosen, group])
  }
  return (
    <div>
      <Select
        label={words.from}
        placeholder={chosen.length === 0 ? words.choose : words.another}
        data-autofocus
        searchable
        disabled={isClosed}
        maxDropdownHeight={260}
        data={[
          { group: text.contacts.lists, items: itemsOf('list') },
          { group: text.contacts.segments, items: itemsOf('segment') },
          { group: text.contacts.title, items: itemsOf('all') },
        ].filter(({ items }) => items.length > 0)}
        value={null}
        onChange={add}
      />
      {chosen.length > 0 && (
        <ul className={classes.chosen} aria-label={words.chosen}>
          {chosen.map(group => (
            <li key={keyOf(group)}>
              {nameOf(group)}
              <ActionIcon
                size="sm"
                aria-label={words.leaveOut(nameOf(group))}
                onClick={() => onChange(chosen.filter(one => one !== group))}
              >
                <IconX size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
