import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import type { RulesReport } from '../../../../src-main/contract/compliance.ts'
import { weekdays } from '../../../format/week.ts'
import { text } from '../../../text/text.ts'
import { Panel } from '../../Panel.tsx'
import { Choice } from '../fields/Choice.tsx'
import { useCampaignForm, useFormFacts } from '../form/context.ts'
import { WeekEditor } from '../week/WeekEditor.tsx'
import { SharedHours } from './SharedHours.tsx'
import classes from './schedule.module.css'

const words = text.schedule
const hours = ['own', 'shared'] as const
const workdays = ['tue', 'wed', 'thu', 'fri'] as const

/** Windows of its own, or business hours that campaigns share. What the law takes is drawn into them. */
export function CallWindows({ rules }: { readonly rules?: RulesReport | undefined }) {
  const form = useCampaignForm()
  const { detail, may } = useFormFacts()
  const { schedule } = form.values
  const disabled = !may('schedule.windows')
  const taken = rules?.taken ?? []
  const people = Math.max(0, ...taken.map(({ contacts }) => contacts))
  const problem = form.errors['schedule.windows']
  const copyMonday = () => {
    const { mon } = schedule.windows
    form.setFieldValue('schedule.windows', {
      ...schedule.windows,
      ...Object.fromEntries(workdays.map(day => [day, mon])),
    })
  }
  return (
    <Panel
      title={words.windows}
      fact={
        <Choice
          label={words.hours.label}
          choices={hours}
          name={one => words.hours[one]}
          disabled={!may('businessHours')}
          value={schedule.hours}
          onChange={next => form.setFieldValue('schedule.hours', next)}
        />
      }
      aside={
        schedule.hours === 'own' &&
        !disabled && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconCopy size={14} />}
            onClick={copyMonday}
          >
            {words.copyMonday}
          </Button>
        )
      }
    >
      {schedule.hours === 'shared' ? (
        <SharedHours />
      ) : (
        <>
          <WeekEditor
            windows={schedule.windows}
            disabled={disabled}
            closedByLaw={Object.fromEntries(
              weekdays.map(day => [day, taken.filter(piece => piece.day === day)]),
            )}
            onChange={windows => {
              form.setFieldValue('schedule.windows', windows)
              form.clearFieldError('schedule.windows')
            }}
          />
          {problem && (
            <p className={classes.problem} role="alert" data-field="schedule.windows" tabIndex={-1}>
              {problem}
            </p>
          )}
          <p className={classes.foot}>
            {people > 0 && (
              <span>
                <i className={classes.hatch} aria-hidden="true" /> {words.lawTakes(people)}
              </span>
            )}
            <span className={classes.keys}>{disabled ? '' : words.dragHelp}</span>
          </p>
          {detail?.schedule.anyTime && <p className={classes.foot}>{words.anyTime}</p>}
        </>
      )}
    </Panel>
  )
}
