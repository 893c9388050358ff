import { useQuery } from '@tanstack/react-query'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import { seconds } from '../../../format/duration.ts'
import { share } from '../../../format/number.ts'
import { text } from '../../../text/text.ts'
import { rulesQuery } from '../../../ui/campaign/rules-query.ts'
import { type Forecast, useForecast } from '../../../ui/launch/use-forecast.ts'
import classes from './Effect.module.css'
import { EffectFacts } from './EffectFacts.tsx'
import { HeldBack } from './HeldBack.tsx'
import { OpenZones } from './OpenZones.tsx'
import { RulesThatApply } from './RulesThatApply.tsx'

const words = text.newCampaign.effect

interface EffectProps {
  readonly id: CampaignRow['id'] | undefined
  /** Stands for what is stored: the column is worked out anew when it changes. */
  readonly stored: number
}

/** What the draft would do as it stands: worked out by the engine's own rules after each change. */
export function Effect({ id, stored }: EffectProps) {
  const { data: rules } = useQuery(rulesQuery(id, stored))
  const people = rules?.contacts ?? 0
  const forecast = useForecast(people > 0 ? id : undefined, undefined, `${stored} ${people}`)
  return (
    <aside className={classes.effect} aria-label={words.title}>
      <h2 className={classes.title}>{words.title}</h2>
      <p className={classes.note} aria-live="polite">
        {id === undefined ? words.before : people === 0 ? words.noContacts : stateOf(forecast)}
      </p>
      <EffectFacts rules={rules} report={people > 0 ? forecast.report : undefined} />
      {rules && rules.places.length > 0 && <OpenZones rules={rules} />}
      {rules && rules.heldBack.length > 0 && <HeldBack rules={rules} />}
      {rules && <RulesThatApply rules={rules.rules} />}
    </aside>
  )
}

function stateOf({ report, progress, failed }: Forecast): string {
  if (failed) return words.failed
  if (progress !== null || !report) return words.running(share(progress ?? 0).replace(/[.,]0/, ''))
  return words.from(report.contacts, seconds(report.tookMs))
}
