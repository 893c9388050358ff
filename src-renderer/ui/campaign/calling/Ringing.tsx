import { SegmentedControl, Select, Switch } from '@mantine/core'
import type { Definitions } from '../../../../src-main/contract/settings.ts'
import { text } from '../../../text/text.ts'
import { Field } from '../../Field.tsx'
import { Panel } from '../../Panel.tsx'
import { Choice } from '../fields/Choice.tsx'
import fields from '../fields/fields.module.css'
import { useCampaignForm, useFormFacts } from '../form/context.ts'

const words = text.settings.calling

/** How long it rings, and what is done with machines; what does not exist yet says so. */
export function Ringing() {
  const form = useCampaignForm()
  const { definitions, may } = useFormFacts()
  const off = form.values.settings.machineDetection === 'off'
  const noneExists = definitions.machineDetections.every(({ is, exists }) => is === 'off' || !exists)
  return (
    <Panel title={words.groups.ringing}>
      <div className={fields.grid}>
        <div className={fields.wide}>
          <Field label={words.ring} help={words.ringHelp}>
            <SegmentedControl
              disabled={!may('settings.ringSeconds')}
              data={definitions.ringSeconds.map(seconds => ({
                value: String(seconds),
                label: words.seconds(seconds),
              }))}
              {...form.getInputProps('settings.ringSeconds')}
            />
          </Field>
        </div>
        <Select
          label={words.machine}
          description={noneExists ? words.machineHelp : undefined}
          disabled={!may('settings.machineDetection')}
          data={definitions.machineDetections.map(({ is, exists }) => ({
            value: is,
            label: exists ? words.machines[is] : `${words.machines[is]}, ${words.notYet}`,
            disabled: !exists,
          }))}
          {...form.getInputProps('settings.machineDetection')}
        />
        {!off && (
          <Field label={words.onMachine}>
            <Choice
              label={words.onMachine}
              choices={definitions.onMachine}
              name={(choice: Definitions['onMachine'][number]) => words.onMachineChoices[choice]}
              disabled={!may('settings.onMachine')}
              {...form.getInputProps('settings.onMachine')}
            />
          </Field>
        )}
        <div className={fields.wide}>
          <Switch
            label={words.record}
            description={words.recordHelp}
            disabled={!may('settings.record')}
            {...form.getInputProps('settings.record', { type: 'checkbox' })}
          />
        </div>
      </div>
    </Panel>
  )
}
