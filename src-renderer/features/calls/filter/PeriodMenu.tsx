import { Popover, TextInput } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { wallTime } from '../../../format/wall-time.ts'
import { workspaceZone } from '../../../format/zone.ts'
import { text } from '../../../text/text.ts'
import bar from '../../../ui/FilterBar.module.css'
import type { CallSearch } from '../search.ts'
import classes from './filter.module.css'
import { periodText } from './period-text.ts'

const words = text.calls.period
/** Last days, today among them. */
const spans = { today: 1, week: 7, month: 30 } as const
const day = 86_400_000

const dayBack = (days: number) => wallTime(Date.now() - days * day, workspaceZone()).slice(0, 10)

interface PeriodMenuProps {
  readonly search: CallSearch
  readonly onChange: (next: CallSearch) => void
}

/** From when to when, by days of the workspace's calendar. */
export function PeriodMenu({ search, onChange }: PeriodMenuProps) {
  const [opened, setOpened] = useState(false)
  const { from, to, ...others } = search
  const isChosen = from !== undefined || to !== undefined
  const set = (next: Pick<CallSearch, 'from' | 'to'>) => onChange({ ...others, ...next })
  const setEnd = (end: 'from' | 'to', value: string) => {
    const { [end]: _, ...rest } = { ...(from && { from }), ...(to && { to }) }
    set({ ...rest, ...(value && { [end]: value }) })
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={bar.chip}
          data-chosen={isChosen || undefined}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {isChosen ? periodText(from, to) : words.title}
          <IconChevronDown size={12} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.title}>
        <div className={classes.spans}>
          {(Object.keys(spans) as (keyof typeof spans)[]).map(span => (
            <button
              key={span}
              type="button"
              className={bar.chip}
              onClick={() => {
                set({ from: dayBack(spans[span] - 1) })
                setOpened(false)
              }}
            >
              {words[span]}
            </button>
          ))}
        </div>
        <div className={classes.pair}>
          <TextInput
            type="date"
            label={words.from}
            value={from ?? ''}
            onChange={event => setEnd('from', event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={words.to}
            value={to ?? ''}
            onChange={event => setEnd('to', event.currentTarget.value)}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
