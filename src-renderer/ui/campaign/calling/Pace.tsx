import { NumberInput, Select, Slider } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { Field } from '../../Field.tsx'
import { Panel } from '../../Panel.tsx'
import fields from '../fields/fields.module.css'
import { RangedNumber } from '../fields/RangedNumber.tsx'
import { useCampaignForm, useFormFacts } from '../form/context.ts'
import classes from './calling.module.css'

const words = text.settings.calling

export const Pace = () => (
  <Panel title={words.groups.pace}>
    <div className={fields.grid}>
      <Lines />
      <Interval />
      <RangedNumber name="callsPerHour" label={words.perHour} help={words.perHourHelp} />
    </div>
  </Panel>
)

function Lines() {
  const form = useCampaignForm()
  const { definitions, may } = useFormFacts()
  const trunks = useQuery(api.trunks.list.queryOptions())
  const group = (trunks.data ?? []).filter(({ id }) => form.values.trunks.includes(id))
  const carries = group.reduce((sum, { maxCalls }) => sum + maxCalls, 0)
  const { min, max } = definitions.ranges.maxConcurrentCalls
  const input = form.getInputProps('settings.maxConcurrentCalls')
  const disabled = !may('settings.maxConcurrentCalls')
  return (
    <div className={fields.wide}>
      <Field label={words.lines}>
        <div className={classes.lines}>
          <Slider
            thumbLabel={words.lines}
            min={min}
            max={max}
            label={null}
            size={4}
            thumbSize={16}
            disabled={disabled}
            value={Math.min(max, Math.max(min, Number(input.value) || min))}
            onChange={input.onChange}
          />
          <NumberInput
            aria-label={words.lines}
            hideControls={false}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="none"
            disabled={disabled}
            {...input}
          />
        </div>
        <p className={fields.help}>
          {words.linesHelp(group.length === 1 ? group[0]?.name : undefined, group.length, carries)}
        </p>
      </Field>
    </div>
  )
}

const other = 'other'

/** One of the usual pauses, or any other in milliseconds. */
function Interval() {
  const form = useCampaignForm()
  const { definitions, may } = useFormFacts()
  const { value, error, ...input } = form.getInputProps('settings.intervalMs')
  const offered = definitions.intervalMs
  const [chosen, setChosen] = useState(false)
  const typing = chosen || (value !== '' && !offered.includes(Number(value)))
  const disabled = !may('settings.intervalMs')
  return (
    <div className={classes.pair}>
      <Select
        label={words.interval}
        disabled={disabled}
        data={[
          ...offered.map(ms => ({ value: String(ms), label: words.intervalOf(ms) })),
          { value: other, label: words.intervalOther },
        ]}
        value={typing ? other : String(value)}
        onChange={next => {
          setChosen(next === other)
          if (next !== other) input.onChange(Number(next))
        }}
      />
      {typing && (
        <NumberInput
          aria-label={words.intervalMs}
          autoFocus={chosen}
          disabled={disabled}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="none"
          rightSection={words.ms}
          rightSectionWidth={30}
          rightSectionPointerEvents="none"
          value={value}
          error={error}
          {...input}
        />
      )}
    </div>
  )
}
