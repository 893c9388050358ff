import { text } from '../../../text/text.ts'
import { Panel } from '../../Panel.tsx'
import { DurationField } from '../fields/DurationField.tsx'
import fields from '../fields/fields.module.css'
import { RangedNumber } from '../fields/RangedNumber.tsx'
import { useCampaignForm, useFormFacts } from '../form/context.ts'

const words = text.settings.calling

export function PerContact() {
  const form = useCampaignForm()
  const { may } = useFormFacts()
  return (
    <Panel title={words.groups.contact} fact={words.groups.contactFact}>
      <div className={fields.grid}>
        <RangedNumber name="attemptsPerDay" label={words.perDay} help={words.perDayHelp} />
        <RangedNumber name="attemptsPerWeek" label={words.perWeek} />
        <DurationField
          label={words.completion}
          help={words.completionHelp}
          disabled={!may('settings.completionMinutes')}
          {...form.getInputProps('settings.completionMinutes')}
        />
      </div>
    </Panel>
  )
}
