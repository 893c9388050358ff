import { Select } from '@mantine/core'
import type { Definitions } from '../../../../src-main/contract/settings.ts'
import { text } from '../../../text/text.ts'
import { Field } from '../../Field.tsx'
import { Panel } from '../../Panel.tsx'
import { Choice } from '../fields/Choice.tsx'
import fields from '../fields/fields.module.css'
import { RangedNumber } from '../fields/RangedNumber.tsx'
import { useCampaignForm, useFormFacts } from '../form/context.ts'
import { NumberList } from './NumberList.tsx'

const words = text.settings.numbers

/** Which caller IDs are shown, in which order, and by which rules one is chosen for a call. */
export const NumbersPart = () => (
  <div className={fields.groups}>
    <NumberList />
    <Rotation />
  </div>
)

function Rotation() {
  const form = useCampaignForm()
  const { definitions, may } = useFormFacts()
  const disabled = !may('settings.rotation')
  const { strategy, maxCallsPerDay } = form.values.settings.rotation
  const shown = form.values.numbers.filter(({ enabled }) => enabled).length
  return (
    <Panel title={words.rotation}>
      <div className={fields.grid}>
        <Select
          label={words.strategy}
          description={words.strategyHelp[strategy]}
          disabled={disabled}
          data={definitions.strategies.map(value => ({ value, label: words.strategies[value] }))}
          {...form.getInputProps('settings.rotation.strategy')}
        />
        <Field label={words.match} help={words.matchHelp}>
          <Choice
            label={words.match}
            choices={definitions.localMatches}
            name={(one: Definitions['localMatches'][number]) => words.matches[one]}
            disabled={disabled}
            {...form.getInputProps('settings.rotation.localMatch')}
          />
        </Field>
        <RangedNumber
          name="rotation.maxCallsPerDay"
          label={words.cap}
          help={words.capHelp(shown * (Number(maxCallsPerDay) || 0))}
        />
        <RangedNumber name="rotation.spamThreshold" label={words.threshold} help={words.thresholdHelp} />
        <RangedNumber name="rotation.coolDownDays" label={words.rest} unit={words.days} />
      </div>
    </Panel>
  )
}
