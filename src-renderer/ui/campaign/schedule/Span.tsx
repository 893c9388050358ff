import { text } from '../../../text/text.ts'
import { Field } from '../../Field.tsx'
import { Choice } from '../fields/Choice.tsx'
import { WallTimeField } from '../fields/WallTimeField.tsx'
import { useCampaignForm, useFormFacts } from '../form/context.ts'
import classes from './schedule.module.css'
import { ZoneSelect } from './ZoneSelect.tsx'

const words = text.schedule
const starts = ['now', 'at'] as const
const ends = ['none', 'at', 'keep_live'] as const

/** Start, end and zone. Both ends are read on the wall of the campaign's zone. */
export function Span() {
  const form = useCampaignForm()
  const { may } = useFormFacts()
  const { start, end } = form.values.schedule
  const mayEnd = may('schedule.endsAt')
  return (
    <div className={classes.span}>
      <Field label={words.start}>
        <div className={classes.when}>
          <Choice
            label={words.start}
            choices={starts}
            name={one => words.starts[one]}
            disabled={!may('schedule.startsAt')}
            value={start}
            onChange={next => form.setFieldValue('schedule.start', next)}
          />
          {start === 'at' && (
            <WallTimeField
              aria-label={words.startAt}
              disabled={!may('schedule.startsAt')}
              {...form.getInputProps('schedule.startAt')}
            />
          )}
        </div>
      </Field>
      <Field label={words.end} {...(!form.errors['schedule.endAt'] && { help: words.endHelp[end] })}>
        <div className={classes.when}>
          <Choice
            label={words.end}
            choices={may('settings.keepLive') || end === 'keep_live' ? ends : ends.slice(0, 2)}
            name={one => words.ends[one]}
            disabled={!mayEnd || (end === 'keep_live' && !may('settings.keepLive'))}
            value={end}
            onChange={next => {
              form.setFieldValue('schedule.end', next)
              form.clearFieldError('schedule.endAt')
            }}
          />
          {end === 'at' && (
            <WallTimeField
              aria-label={words.endAt}
              disabled={!mayEnd}
              {...form.getInputProps('schedule.endAt')}
            />
          )}
        </div>
      </Field>
      <ZoneSelect
        className={classes.zone ?? ''}
        disabled={!may('schedule.zone')}
        {...form.getInputProps('schedule.zone')}
      />
    </div>
  )
}
