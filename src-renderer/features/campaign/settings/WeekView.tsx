import type { Schedule } from '../../../../src-main/contract/settings.ts'
import { minuteOfDay, weekdays } from '../../../format/week.ts'
import { text } from '../../../text/text.ts'
import { WeekTrack } from '../../../ui/WeekTrack.tsx'
import classes from './WeekView.module.css'

/** Days as tracks and as text. */
export const WeekView = ({ windows }: Pick<Schedule, 'windows'>) => (
  <ul className={classes.week}>
    {weekdays.map(weekday => {
      const ranges = windows[weekday] ?? []
      return (
        <li key={weekday}>
          <span className={ranges.length === 0 ? classes.closed : undefined}>{text.words.days[weekday]}</span>
          <WeekTrack windows={ranges} />
          <span className={`${ranges.length === 0 ? classes.closed : ''} num`}>
            {ranges.length === 0
              ? text.campaign.settings.closed
              : ranges.map(({ from, to }) => `${minuteOfDay(from)}–${minuteOfDay(to)}`).join(', ')}
          </span>
        </li>
      )
    })}
  </ul>
)
