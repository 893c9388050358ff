import type { RulesReport } from '../../../../src-main/contract/compliance.ts'
import type { ForecastReport } from '../../../../src-main/contract/forecast.ts'
import { decimal } from '../../../format/number.ts'
import { day, shortDate } from '../../../format/time.ts'
import { text } from '../../../text/text.ts'
import { Panel } from '../../../ui/Panel.tsx'
import classes from './NextDays.module.css'

const words = text.newCampaign.days
const mostShown = 16
const dayHours = 24

interface NextDaysProps {
  readonly days: RulesReport['days']
  readonly report: ForecastReport | undefined
}

/** The next days as bars of open hours; those that the forecast needs are filled. */
export function NextDays({ days, report }: NextDaysProps) {
  const needed = new Set(report?.days.filter(({ calls }) => calls > 0).map(({ date }) => date))
  const shown = days.slice(0, mostShown)
  const most = Math.max(1, ...shown.map(({ openHours }) => openHours))
  const holiday = shown.find(({ holidays }) => holidays.length > 0)
  const first = holiday?.holidays[0]
  return (
    <Panel title={words.title(shown.length)} fact={words.fact}>
      <ol className={classes.days}>
        {shown.map(({ date, openHours, holidays }) => (
          <li
            key={date}
            className={classes.day}
            data-holiday={holidays.length > 0 || undefined}
            title={words.summary(nameOf(date), decimal(Math.min(dayHours, openHours)))}
          >
            <span className={classes.track} aria-hidden="true">
              <span
                className={classes.bar}
                data-needed={needed.has(date) || undefined}
                style={{ height: `${(100 * openHours) / most}%` }}
              />
            </span>
            {shortDate(date)}
            <span className="unseen">
              , {words.summary('', decimal(openHours)).replace(/^, /, '')}
              {needed.has(date) && `, ${words.needed}`}
            </span>
          </li>
        ))}
      </ol>
      <p className={classes.legend}>
        <i data-needed aria-hidden="true" /> {words.needed}
        <i aria-hidden="true" /> {words.spare}
        {holiday && first && (
          <span className={classes.note}>
            {words.holiday(nameOf(holiday.date), first.name, first.country)}
          </span>
        )}
      </p>
    </Panel>
  )
}

/** Noon, so that the day is the same in every zone that is shown. */
const nameOf = (date: string) => day(Date.parse(`${date}T12:00:00Z`), 'UTC')
