import { Switch } from '@mantine/core'
import type { RulesReport } from '../../../../src-main/contract/compliance.ts'
import { text } from '../../../text/text.ts'
import fields from '../fields/fields.module.css'
import { useCampaignForm, useFormFacts } from '../form/context.ts'
import { CallWindows } from './CallWindows.tsx'
import { Span } from './Span.tsx'

const words = text.schedule

interface SchedulePartProps {
  /** What the law makes of it, once that is known. */
  readonly rules?: RulesReport | undefined
}

/** When calls may start: from when to when, on which days, and on whose clock. */
export function SchedulePart({ rules }: SchedulePartProps) {
  const form = useCampaignForm()
  const { may } = useFormFacts()
  return (
    <div className={fields.groups}>
      <Span />
      <CallWindows rules={rules} />
      <Switch
        label={words.ownZone}
        description={words.ownZoneHelp(rules?.severalZones ?? 0)}
        styles={{ label: { fontWeight: 550 } }}
        disabled={!may('schedule.respectContactZone')}
        {...form.getInputProps('schedule.respectContactZone', { type: 'checkbox' })}
      />
    </div>
  )
}
