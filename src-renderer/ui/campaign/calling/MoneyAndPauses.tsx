import { Checkbox, NumberInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { Field } from '../../Field.tsx'
import { Panel } from '../../Panel.tsx'
import fields from '../fields/fields.module.css'
import { MoneyField } from '../fields/MoneyField.tsx'
import { RangedNumber } from '../fields/RangedNumber.tsx'
import { useCampaignForm, useFormFacts } from '../form/context.ts'
import classes from './calling.module.css'

const words = text.settings.calling

/** When the campaign stops by itself, and after which causes it goes on by itself. */
export function MoneyAndPauses() {
  const form = useCampaignForm()
  const { definitions, may } = useFormFacts()
  return (
    <Panel title={words.groups.money}>
      <div className={fields.grid}>
        <Budget />
        <ProviderErrors />
        <RangedNumber name="numbersWaitHours" label={words.wait} help={words.waitHelp} unit={words.hours} />
        <div className={fields.wide}>
          <Field label={words.resume}>
            <Checkbox.Group w="100%" {...form.getInputProps('settings.resumeByItself')}>
              <div className={classes.causes}>
                {definitions.resumable.map(reason => (
                  <Checkbox
                    key={reason}
                    value={reason}
                    label={text.words.pauses[reason]}
                    disabled={!may('settings.resumeByItself')}
                  />
                ))}
              </div>
            </Checkbox.Group>
          </Field>
        </div>
      </div>
    </Panel>
  )
}

/** In the currency in which the trunk's calls are counted. */
function Budget() {
  const form = useCampaignForm()
  const { detail, may } = useFormFacts()
  const [first] = form.values.trunks
  const isStored = first === undefined || first === detail?.trunks[0]
  const money = useQuery(
    api.trunks.money.queryOptions({
      input: { id: first as NonNullable<typeof first> },
      enabled: !isStored,
    }),
  )
  const currency = isStored ? (detail?.currency ?? null) : (money.data?.rates?.currency ?? null)
  return (
    <MoneyField
      label={words.budget}
      help={words.budgetHelp}
      currency={currency}
      disabled={!may('settings.budgetMicros')}
      {...form.getInputProps('settings.budgetMicros')}
    />
  )
}

function ProviderErrors() {
  const form = useCampaignForm()
  const { may } = useFormFacts()
  const share = form.getInputProps('settings.providerErrorShare')
  const number = {
    allowNegative: false,
    allowDecimal: false,
    clampBehavior: 'none',
    w: 64,
  } as const
  const shareError = share.error ?? form.errors['settings.providerErrorCalls']
  return (
    <Field
      label={words.provider}
      help={words.providerHelp}
      error={shareError ? String(shareError) : undefined}
    >
      <div className={fields.row}>
        <NumberInput
          {...number}
          aria-label={words.providerShare}
          disabled={!may('settings.providerErrorShare')}
          rightSection="%"
          rightSectionWidth={24}
          rightSectionPointerEvents="none"
          {...share}
          error={share.error !== undefined}
          value={share.value === '' ? '' : Math.round(Number(share.value) * 100)}
          onChange={percent => share.onChange(percent === '' ? '' : Number(percent) / 100)}
        />
        <span className={fields.unit}>{words.providerOf}</span>
        <NumberInput
          {...number}
          aria-label={`${words.providerOf} ${words.providerCalls}`}
          disabled={!may('settings.providerErrorCalls')}
          {...form.getInputProps('settings.providerErrorCalls', { withError: false })}
        />
        <span className={fields.unit}>{words.providerCalls}</span>
      </div>
    </Field>
  )
}
