import { Button, Select, TextInput } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { rangesText, readRanges, weekdays } from '../../format/week.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import { WeekTrack } from '../../ui/WeekTrack.tsx'
import { useCampaignForm } from './context.ts'
import classes from './Schedule.module.css'

const words = text.newCampaign.schedule
/** The engine's own zone among them, even where this browser does not list it. */
const zonesWith = (own: string) => [...new Set([own, ...Intl.supportedValuesOf('timeZone')])]
const workdays = ['tue', 'wed', 'thu', 'fri'] as const

/** For each day the windows in which a call may start, typed and drawn. */
export function Schedule() {
  const form = useCampaignForm()
  const { days } = form.values
  const tidy = (day: (typeof weekdays)[number]) => {
    const ranges = readRanges(days[day])
    if (ranges) form.setFieldValue(`days.${day}`, rangesText(ranges))
    form.validateField(`days.${day}`)
  }
  const copyMonday = () => {
    for (const day of workdays) form.setFieldValue(`days.${day}`, days.mon)
  }
  return (
    <Panel
      title={words.title}
      fact={words.fact}
      aside={
        <Button size="compact-xs" variant="subtle" leftSection={<IconCopy size={14} />} onClick={copyMonday}>
          {words.copyMonday}
        </Button>
      }
    >
      <Select
        label={words.zone}
        data={zonesWith(form.values.zone)}
        searchable
        maw={300}
        mb={10}
        {...form.getInputProps('zone')}
      />
      <ul className={classes.days}>
        {weekdays.map(day => (
          <li key={day}>
            <label htmlFor={`windows-${day}`}>{text.words.days[day]}</label>
            <WeekTrack windows={readRanges(days[day]) ?? []} />
            <TextInput
              id={`windows-${day}`}
              placeholder={words.noCalls}
              {...form.getInputProps(`days.${day}`)}
              onBlur={() => tidy(day)}
            />
          </li>
        ))}
      </ul>
      <p className={classes.help}>{words.help}</p>
    </Panel>
  )
}
