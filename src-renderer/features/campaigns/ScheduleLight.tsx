import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import { inZone, shortMoment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import classes from './ScheduleLight.module.css'

const words = text.campaigns.schedule

/** Open or closed with a word and the next change, so that nobody has to do zone arithmetic. */
export function ScheduleLight({ campaign }: { campaign: CampaignRow }) {
  const { state, schedule, startsAt } = campaign
  if (state === 'completed' || state === 'cancelled')
    return <span className={classes.quiet}>{words.ended}</span>
  const told = (at: number) => `${shortMoment(at, schedule.zone)}${inZone(schedule.zone)}`
  if (startsAt !== null) return <span className="num">{words.starts(told(startsAt))}</span>
  const at = schedule.changesAt === null ? '' : told(schedule.changesAt)
  return (
    <span className={classes.light}>
      <span className={schedule.open ? classes.open : classes.closed} aria-hidden="true" />
      {schedule.open ? words.open : words.closed}
      <span className={`${classes.quiet} num`}>
        {at && (schedule.open ? words.closes(at) : words.opens(at))}
      </span>
    </span>
  )
}
