import type { RulesReport } from '../../../../src-main/contract/compliance.ts'
import { seconds } from '../../../format/duration.ts'
import { share } from '../../../format/number.ts'
import { text } from '../../../text/text.ts'
import { useCampaignForm } from '../../../ui/campaign/form/context.ts'
import { type Forecast, standsWithoutNumber } from '../../../ui/launch/use-forecast.ts'
import classes from './Effect.module.css'
import { EffectFacts } from './EffectFacts.tsx'
import { HeldBack } from './HeldBack.tsx'
import { OpenZones } from './OpenZones.tsx'
import { RulesThatApply } from './RulesThatApply.tsx'

const words = text.newCampaign.effect

interface EffectProps {
  /** There is a draft. */
  readonly begun: boolean
  readonly rules: RulesReport | undefined
  readonly forecast: Forecast
}

/** What the draft would do as it stands: worked out by the engine's own rules after each change. */
export function Effect({ begun, rules, forecast }: EffectProps) {
  const people = rules?.contacts ?? 0
  const { numbers } = useCampaignForm().values
  const lacksNumber = !numbers.some(({ enabled }) => enabled) || standsWithoutNumber(forecast.report)
  return (
    <aside className={classes.effect} aria-label={words.title}>
      <h2 className={classes.title}>{words.title}</h2>
      <p className={classes.note} aria-live="polite">
        {!begun
          ? words.before
          : people === 0
            ? words.noContacts
            : lacksNumber
              ? words.noNumbers
              : stateOf(forecast)}
      </p>
      <EffectFacts rules={rules} report={people > 0 && !lacksNumber ? forecast.report : undefined} />
      {rules && rules.places.length > 0 && <OpenZones rules={rules} />}
      {rules && rules.heldBack.length > 0 && <HeldBack rules={rules} />}
      {rules && <RulesThatApply rules={rules.rules} />}
    </aside>
  )
}

function stateOf({ report, progress, failed }: Forecast): string {
  if (failed) return words.failed
  if (progress !== null || !report) return words.running(share(progress ?? 0).replace(/[.,]0/, ''))
  return words.from(report.contacts, seconds(Math.ceil(report.tookMs / 100) * 100))
}
