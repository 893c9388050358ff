import { Select } from '@mantine/core'
import { text } from '../../../text/text.ts'
import { Panel } from '../../Panel.tsx'
import fields from '../fields/fields.module.css'
import { useCampaignForm, useFormFacts } from '../form/context.ts'

const words = text.settings.calling

/** What the calls are for, and which consent they need: decides which legal rules apply. */
export function Consent() {
  const form = useCampaignForm()
  const { definitions, may } = useFormFacts()
  return (
    <Panel title={words.groups.law}>
      <div className={fields.grid}>
        <Select
          label={words.purpose}
          description={words.purposeHelp}
          disabled={!may('settings.purpose')}
          data={definitions.purposes.map(value => ({ value, label: words.purposes[value] }))}
          {...form.getInputProps('settings.purpose')}
        />
        <Select
          label={words.consent}
          description={words.consentHelp}
          disabled={!may('settings.consent')}
          data={definitions.consents.map(value => ({ value, label: words.consents[value] }))}
          {...form.getInputProps('settings.consent')}
        />
      </div>
    </Panel>
  )
}
