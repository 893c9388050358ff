import { Switch } from '@mantine/core'
import { text } from '../../../text/text.ts'
import { Panel } from '../../Panel.tsx'
import { StatusGlyph } from '../../StatusGlyph.tsx'
import { resultLooks } from '../../status.ts'
import { DurationField } from '../fields/DurationField.tsx'
import fields from '../fields/fields.module.css'
import { RangedNumber } from '../fields/RangedNumber.tsx'
import { useCampaignForm, useFormFacts } from '../form/context.ts'
import classes from './calling.module.css'

const words = text.settings.calling

/** How often again, after how long; each result may have a time of its own. */
export function Retries() {
  const form = useCampaignForm()
  const { definitions, may } = useFormFacts()
  const none = Number(form.values.settings.maxRetries) === 0
  return (
    <Panel title={words.groups.retries}>
      <div className={fields.grid}>
        <RangedNumber name="maxRetries" label={words.retries} help={words.retriesHelp} />
        <DurationField
          label={words.retryMinutes}
          disabled={none || !may('settings.retryMinutes')}
          {...form.getInputProps('settings.retryMinutes')}
        />
        <div className={fields.wide}>
          <Switch
            label={words.vary}
            description={words.varyHelp}
            disabled={none || !may('settings.varyTimeOfDay')}
            {...form.getInputProps('settings.varyTimeOfDay', { type: 'checkbox' })}
          />
        </div>
      </div>
      <h3 className={classes.sub}>{words.after}</h3>
      <ul className={classes.results}>
        {definitions.retriedResults.map(result => (
          <li key={result}>
            <span className={classes.result}>
              <StatusGlyph {...resultLooks[result]} />
              {result === 'failed' ? words.congestion : text.words.results[result]}
            </span>
            <DurationField
              bare
              label={result === 'failed' ? words.congestion : text.words.results[result]}
              placeholder={words.asAbove}
              disabled={none || !may('settings.retryMinutesAfter')}
              {...form.getInputProps(`settings.retryMinutesAfter.${result}`)}
            />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
