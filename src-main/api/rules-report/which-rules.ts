import type { RulesReport } from '../../contract/compliance.ts'
import type { CampaignSettings } from '../../domain/campaign.ts'
import type { RuleRef } from '../../domain/compliance/law.ts'
import { ringTime } from '../../domain/ring-time.ts'
import type { Placed } from './placed.ts'

/** All rules that apply to one of the places, by id. */
export function rulesOf(placed: readonly Placed[]): RuleRef[] {
  const all = new Map(placed.flatMap(({ law }) => law.rules.map(rule => [rule.id, rule])))
  return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The longest ring that the law asks for where the campaign's is shorter. */
export function ringRaised(
  placed: readonly Placed[],
  settings: Pick<CampaignSettings, 'ringSeconds'>,
): RulesReport['ringRaised'] {
  const raised = placed.flatMap(({ law, contacts }) => {
    const { seconds, raisedBy } = ringTime(settings, law)
    return raisedBy === null ? [] : [{ seconds, contacts, rule: raisedBy }]
  })
  const [longest] = raised.sort((a, b) => b.seconds - a.seconds)
  return longest === undefined
    ? null
    : { ...longest, contacts: raised.reduce((sum, { contacts }) => sum + contacts, 0) }
}
