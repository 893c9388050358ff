import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { BusinessHoursRow } from '../../../../src-main/contract/business-hours.ts'
import { api } from '../../../api/client.ts'
import { inZone, shortMoment } from '../../../format/time.ts'
import { rangesText, weekdays } from '../../../format/week.ts'
import { text } from '../../../text/text.ts'
import { StatusGlyph } from '../../StatusGlyph.tsx'
import { WeekTrack } from '../../WeekTrack.tsx'
import { useCampaignForm, useFormFacts } from '../form/context.ts'
import classes from './schedule.module.css'

const words = text.schedule

/** Which shared hours, with their light now and their week to look at. */
export function SharedHours() {
  const form = useCampaignForm()
  const { may } = useFormFacts()
  const hours = useQuery(api.businessHours.list.queryOptions())
  const chosen = hours.data?.find(one => String(one.id) === form.values.schedule.businessHours)
  return (
    <div className={classes.shared}>
      <Select
        label={words.chooseHours}
        description={words.chooseHoursHelp}
        placeholder={hours.data?.length === 0 ? words.noHours : text.settings.basics.choose}
        maw={360}
        disabled={!may('businessHours')}
        data={(hours.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
        {...form.getInputProps('schedule.businessHours')}
      />
      {hours.data?.length === 0 && <Link to={'/business-hours' as '/'}>{words.makeHours}</Link>}
      {chosen && <Week hours={chosen} />}
    </div>
  )
}

function Week({ hours }: { readonly hours: BusinessHoursRow }) {
  const { open, changesAt, zone } = hours
  const change = changesAt === null ? null : `${shortMoment(changesAt, zone)}${inZone(zone)}`
  return (
    <>
      <p className={classes.light}>
        <StatusGlyph {...(open ? { shape: 'disc-tick', hue: 'green' } : { shape: 'ring', hue: 'gray' })} />
        {words.hoursNow(open, change)}
      </p>
      <ul className={classes.week}>
        {weekdays.map(day => {
          const windows = hours.windows[day] ?? []
          return (
            <li key={day}>
              <span>{text.words.days[day]}</span>
              <WeekTrack windows={windows} />
              <span className="num">{rangesText(windows) || words.week.noCalls}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
