import { NumberInput, Select, Slider } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import type { RotationPanel, RotationSettings } from '../../../../src-main/contract/numbers.ts'
import { api, queryClient } from '../../../api/client.ts'
import { groupSign } from '../../../format/number.ts'
import { text } from '../../../text/text.ts'
import { ScoreMark } from '../../../ui/numbers/ScoreMark.tsx'
import { sayRefusal } from '../../../ui/say.tsx'
import classes from './RotationRules.module.css'

const words = text.rotation.settings
const strategies = ['round_robin', 'lowest_spam', 'least_used_today', 'weighted'] as const
const matches = ['off', 'area', 'country'] as const
const level = (score: number) => (score >= 7 ? 'bad' : score >= 5 ? 'watch' : 'good')

/** The four rules above the table; each is saved as soon as it is chosen. */
export function RotationRules({ id, panel }: { id: CampaignRow['id']; panel: RotationPanel }) {
  const { settings, editable, locked, revision } = panel
  const save = useMutation(
    api.numbers.setRotation.mutationOptions({
      onError: error => sayRefusal(error, words.notSaved),
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.numbers.key() }),
    }),
  )
  const change = (to: Partial<RotationSettings>) => save.mutate({ campaign: id, revision, ...to })
  const disabled = !editable.settings
  const whole = (value: string | number, then: (value: number) => void, was: number) => {
    const typed = Math.trunc(Number(value))
    if (Number.isFinite(typed) && typed >= 1 && typed !== was) then(typed)
  }
  return (
    <section className={classes.rules} aria-label={words.label}>
      <div>
        <Select
          label={words.strategy}
          data={strategies.map(value => ({ value, label: words.strategies[value] }))}
          value={settings.strategy}
          allowDeselect={false}
          disabled={disabled}
          onChange={value => {
            const strategy = strategies.find(one => one === value)
            if (strategy) change({ strategy })
          }}
        />
        <Select
          label={words.match}
          data={matches.map(value => ({ value, label: words.matches[value] }))}
          value={settings.localMatch}
          allowDeselect={false}
          disabled={disabled}
          onChange={value => {
            const localMatch = matches.find(one => one === value)
            if (localMatch) change({ localMatch })
          }}
        />
      </div>
      <div>
        <span className={classes.label} id="spam-limit">
          {words.threshold}
        </span>
        <span className={classes.slider}>
          <Slider
            key={settings.spamThreshold}
            aria-labelledby="spam-limit"
            thumbLabel={words.threshold}
            min={1}
            max={9}
            defaultValue={settings.spamThreshold}
            disabled={disabled}
            label={null}
            size={4}
            flex={1}
            onChangeEnd={spamThreshold => change({ spamThreshold })}
          />
          <ScoreMark score={settings.spamThreshold} level={level(settings.spamThreshold)} />
        </span>
        <p className={classes.help}>{words.thresholdHelp}</p>
      </div>
      <div>
        <NumberInput
          key={settings.maxCallsPerDay}
          label={words.cap}
          description={words.capHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          classNames={{ wrapper: classes.short ?? '' }}
          min={1}
          max={1_000}
          thousandSeparator={groupSign}
          defaultValue={settings.maxCallsPerDay}
          disabled={disabled}
          onBlur={event =>
            whole(
              event.currentTarget.value.replaceAll(/\D/g, ''),
              maxCallsPerDay => change({ maxCallsPerDay }),
              settings.maxCallsPerDay,
            )
          }
        />
      </div>
      <div>
        <NumberInput
          key={settings.coolDownDays}
          label={words.rest}
          description={words.restHelp(panel.returnsBelow)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          classNames={{ wrapper: classes.short ?? '' }}
          min={1}
          max={365}
          suffix={` ${words.days}`}
          defaultValue={settings.coolDownDays}
          disabled={disabled}
          onBlur={event =>
            whole(
              event.currentTarget.value.replaceAll(/\D/g, ''),
              coolDownDays => change({ coolDownDays }),
              settings.coolDownDays,
            )
          }
        />
      </div>
      {disabled && <p className={classes.locked}>{text.told(locked)}</p>}
    </section>
  )
}
