import { NumberInput, SegmentedControl, Select, Switch } from '@mantine/core'
import { text } from '../../text/text.ts'
import { Field } from '../../ui/Field.tsx'
import { Panel } from '../../ui/Panel.tsx'
import classes from './CampaignForm.module.css'
import { useCampaignForm } from './context.ts'

const words = text.newCampaign.calling
const intervals = [0, 5_000, 10_000, 20_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_200_000, 1_800_000]
const rings = [10, 15, 20, 25, 30, 45, 60]

export function Calling() {
  const form = useCampaignForm()
  const own = Number(form.values.intervalMs)
  const offered = intervals.includes(own) ? intervals : [...intervals, own].sort((a, b) => a - b)
  return (
    <Panel title={words.title}>
      <div className={classes.grid}>
        <NumberInput
          label={words.maxCalls}
          description={words.maxCallsHelp}
          min={1}
          max={500}
          hideControls={false}
          {...form.getInputProps('maxConcurrentCalls')}
        />
        <Select
          label={words.interval}
          data={offered.map(ms => ({ value: String(ms), label: words.intervalOf(ms) }))}
          {...form.getInputProps('intervalMs')}
        />
        <div data-wide>
          <Field label={words.ring}>
            <SegmentedControl
              data={rings.map(seconds => ({ value: String(seconds), label: words.seconds(seconds) }))}
              {...form.getInputProps('ringSeconds')}
            />
          </Field>
        </div>
        <NumberInput
          label={words.retries}
          description={words.retriesHelp}
          min={0}
          max={10}
          hideControls={false}
          {...form.getInputProps('maxRetries')}
        />
        <NumberInput
          label={words.retryMinutes}
          min={1}
          max={43_200}
          suffix={words.minutes}
          disabled={Number(form.values.maxRetries) === 0}
          {...form.getInputProps('retryMinutes')}
        />
        <div data-wide>
          <Switch
            label={words.record}
            description={words.recordHelp}
            {...form.getInputProps('record', { type: 'checkbox' })}
          />
        </div>
      </div>
    </Panel>
  )
}
