import { Menu, TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { AnalyticsChoices } from '../../../../../src-main/contract/analytics.ts'
import { wallTime } from '../../../../format/wall-time.ts'
import { text } from '../../../../text/text.ts'
import { ChipTarget } from '../../../../ui/ChipTarget.tsx'
import type { AnalyticsSearch } from '../search.ts'
import classes from './PeriodFilter.module.css'
import { periodWords } from './period-words.ts'
import { useChangeSearch } from './use-change-search.ts'

const words = text.analytics.filters
const presets = [1, 7, 30] as const
const DAY = 86_400_000
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`)

interface PeriodProps {
  readonly choices: AnalyticsChoices
  readonly search: AnalyticsSearch
}

/** The days that are looked at, by the campaign's calendar. */
export function PeriodFilter({ choices, search }: PeriodProps) {
  const { from, to } = search
  const change = useChangeSearch()
  const today = wallTime(Date.now(), choices.zone).slice(0, 10)
  const daysBack = (days: number) => new Date(noon(today) - (days - 1) * DAY).toISOString().slice(0, 10)
  const chosen = from !== undefined || to !== undefined
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ChipTarget chosen={chosen}>
          {words.period}: {periodWords(choices, search)}
        </ChipTarget>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          rightSection={!chosen && <IconCheck size={14} aria-hidden="true" />}
          onClick={() => change({ from: undefined, to: undefined })}
        >
          {words.allDays}
        </Menu.Item>
        {presets.map(days => (
          <Menu.Item
            key={days}
            rightSection={
              from === daysBack(days) && to === today && <IconCheck size={14} aria-hidden="true" />
            }
            onClick={() => change({ from: daysBack(days), to: today })}
          >
            {words.lastDays(days)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <div className={classes.days}>
          <TextInput
            type="date"
            label={words.from}
            value={from ?? ''}
            max={to}
            onChange={event => change({ from: event.currentTarget.value || undefined })}
          />
          <TextInput
            type="date"
            label={words.to}
            value={to ?? ''}
            min={from}
            onChange={event => change({ to: event.currentTarget.value || undefined })}
          />
        </div>
      </Menu.Dropdown>
    </Menu>
  )
}
