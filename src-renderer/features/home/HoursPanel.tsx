import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useWorkspaceLive } from '../../api/live.ts'
import { count } from '../../format/number.ts'
import { zoneName } from '../../format/zone.ts'
import { text } from '../../text/text.ts'
import { useDayOutlook } from '../../ui/campaign/use-day-outlook.ts'
import { Panel } from '../../ui/Panel.tsx'
import classes from './HoursPanel.module.css'
import { shownHours } from './shown-hours.ts'

/** The chart library is the largest part of the interface: it loads beside the page, not before it. */
const HoursChart = lazy(() => import('./HoursChart.tsx').then(({ HoursChart }) => ({ default: HoursChart })))

const words = text.home.chart
const two = (hour: number) => String(hour).padStart(2, '0')

/** Calls of the day by hour, and those that the forecasts expect, as bars or as a table. */
export function HoursPanel() {
  const hours = useWorkspaceLive(live => live?.today.hours) ?? []
  const total = useWorkspaceLive(live => live?.today.calls ?? 0)
  const zone = useWorkspaceLive(live => live?.zone ?? 'UTC')
  const forecast = useDayOutlook()?.hours ?? []
  const [asTable, setAsTable] = useState(false)
  const machines = hours.some(hour => hour.machine > 0)
  const sum = (hour: (typeof hours)[number]) => hour.human + hour.machine + hour.other
  const peak = hours.reduce((most, hour) => (most && sum(most) >= sum(hour) ? most : hour), hours[0])
  return (
    <Panel
      className={classes.panel}
      title={words.title}
      fact={words.fact(zoneName(zone))}
      aside={
        <>
          <Legend machines={machines} forecast={forecast.length > 0} />
          <Button size="compact-xs" variant="subtle" onClick={() => setAsTable(!asTable)}>
            {asTable ? words.asChart : words.asTable}
          </Button>
        </>
      }
    >
      {asTable ? (
        <table className={`${classes.table} num`}>
          <thead>
            <tr>
              <th scope="col">{words.hour}</th>
              <th scope="col">{words.human}</th>
              {machines && <th scope="col">{words.machine}</th>}
              <th scope="col">{words.other}</th>
              {forecast.length > 0 && <th scope="col">{words.forecast}</th>}
            </tr>
          </thead>
          <tbody>
            {shownHours({ hours, forecast }).map(hour => (
              <tr key={hour.hour}>
                <th scope="row">{two(hour.hour)}</th>
                <td>{count(hour.human)}</td>
                {machines && <td>{count(hour.machine)}</td>}
                <td>{count(hour.other)}</td>
                {forecast.length > 0 && <td>{count(hour.forecast)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <figure
          className={classes.chart}
          role="img"
          aria-label={total === 0 ? words.none : words.summary(count(total), two(peak?.hour ?? 0))}
        >
          {total === 0 && forecast.length === 0 && <p className={classes.none}>{words.none}</p>}
          <Suspense fallback={null}>
            <HoursChart hours={hours} forecast={forecast} />
          </Suspense>
        </figure>
      )}
    </Panel>
  )
}

/** Machines are told apart only where a detection has found one. */
const Legend = ({ machines, forecast }: { readonly machines: boolean; readonly forecast: boolean }) => (
  <span className={classes.legend} aria-hidden="true">
    <span>
      <i style={{ background: 'var(--c1)' }} />
      {words.human}
    </span>
    {machines && (
      <span>
        <i style={{ background: 'var(--c2)' }} />
        {words.machine}
      </span>
    )}
    <span>
      <i style={{ background: 'var(--c3)' }} />
      {words.other}
    </span>
    {forecast && (
      <span>
        <i className={classes.outline} />
        {words.forecast}
      </span>
    )}
  </span>
)
