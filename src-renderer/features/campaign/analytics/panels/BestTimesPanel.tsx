import { count, share } from '../../../../format/number.ts'
import { zoneName } from '../../../../format/zone.ts'
import { text } from '../../../../text/text.ts'
import { Choice } from '../../../../ui/campaign/fields/Choice.tsx'
import { ChartPanel } from '../../../../ui/chart/ChartPanel.tsx'
import { Intervals } from '../../../../ui/chart/Intervals.tsx'
import { useChangeSearch } from '../filters/use-change-search.ts'
import type { Shown } from '../shown.ts'
import { bestTable, hourName } from './chart-tables.ts'
import classes from './panels.module.css'

const words = text.analytics.best
const clocks = ['contact', 'campaign'] as const
const MOST = 7

/** Hours of the week in which most people answer, as far as the calls can bear it. */
export function BestTimesPanel({ of, choices, calls, search }: Shown) {
  const change = useChangeSearch()
  const clock = search.clock ?? 'contact'
  const { hours, tooSmall, unplaced, overall } = calls.best[clock]
  const shown = hours.slice(0, MOST).map(hour => ({
    label: hourName(hour),
    ...hour.interval,
    share: hour.human / hour.calls,
    figure: share(hour.human / hour.calls, hour.calls),
    note: text.analytics.callsOf(hour.calls),
  }))
  const [first] = hours
  return (
    <ChartPanel
      title={words.title}
      fact={words.confidence}
      of={of}
      aside={
        <span data-unprinted>
          <Choice
            label={words.clock}
            choices={clocks}
            name={one =>
              one === 'contact' ? words.clocks.contact : words.clocks.campaign(zoneName(choices.zone))
            }
            value={clock}
            onChange={next => change({ clock: next === 'campaign' ? next : undefined })}
          />
        </span>
      }
      data={bestTable(calls.best[clock])}
    >
      {first === undefined || overall === null ? (
        <p className={classes.note}>{words.none(tooSmall)}</p>
      ) : (
        <>
          <Intervals
            summary={words.summary(hourName(first), share(first.human / first.calls), count(first.calls))}
            rows={shown}
            line={overall}
          />
          <p className={classes.note}>
            {words.ranked(share(overall))} {first.isBetter ? '' : `${words.unclear} `}
            {tooSmall > 0 && `${words.tooSmall(tooSmall)} `}
            {unplaced > 0 && words.unplaced(unplaced)}
          </p>
        </>
      )}
    </ChartPanel>
  )
}
