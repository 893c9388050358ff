import type { ConsentNeed } from '../../domain/compliance/law.ts'
import type { Instant, PlaceId } from '../../domain/ids.ts'
import type { ComplianceCheck } from '../../domain/launch.ts'
import { offersOptOut } from '../../domain/offers-opt-out.ts'
import { consentNeed } from '../consent-need.ts'
import type { EngineParts } from '../engine-parts.ts'
import type { CampaignRecord } from '../ports/campaign-record.ts'
import type { LaunchCounts, PlaceShare, WhoIsMeant } from '../ports/launch-records.ts'
import { NotRead } from './count-in-store.ts'

export interface Wanted {
  readonly launch: WhoIsMeant
  readonly places: readonly PlaceShare[]
  readonly keptOutByDoNotCall: number
}

/** The compliance checklist of the launch dialog: found out wherever it can be. */
export async function complianceChecks(
  { laws, store, counts }: Pick<EngineParts, 'laws' | 'store' | 'counts'>,
  campaign: CampaignRecord,
  { launch, places, keptOutByDoNotCall: kept }: Wanted,
  now: Instant,
): Promise<readonly ComplianceCheck[]> {
  const read = await store.read(async tx => {
    const needs = new Map<PlaceId, ConsentNeed>()
    const rules = new Set<string>()
    for (const { place } of places) {
      const { law } = await laws.at(tx, campaign, place, now)
      needs.set(place, consentNeed(campaign, law))
      for (const { by } of law.hours) if (by.is === 'law') rules.add(by.rule)
    }
    return { needs, rules, agent: await tx.launching.agent(campaign.id) }
  })
  if (read === null) throw new NotRead()
  const { needs, rules, agent } = read.value
  const keepsOut = kept === 0 ? 'nobody here' : kept === 1 ? '1 contact' : `${kept} contacts`
  return [
    await consentCheck(counts, campaign, launch, places, needs, now),
    {
      check: 'hours',
      is: 'met',
      text:
        rules.size === 0
          ? 'No legal hours apply at these places; the campaign’s own do'
          : rules.size === 1
            ? 'Nobody is called outside the hours that the one rule here allows'
            : `Nobody is called outside the strictest of ${rules.size} rules about hours`,
    },
    agent !== null && offersOptOut(agent.flow)
      ? { check: 'opt_out', is: 'met', text: 'The agent offers a way out of further calls' }
      : { check: 'opt_out', is: 'not_met', text: 'The agent offers no way out of further calls' },
    { check: 'do_not_call', is: 'met', text: `The do-not-call list is applied: it keeps out ${keepsOut}` },
    {
      check: 'consent_records',
      is: 'confirm',
      text: 'The program cannot see whether proof of each consent is kept: confirm that it is',
    },
  ]
}

async function consentCheck(
  counts: LaunchCounts,
  { id, settings }: CampaignRecord,
  launch: WhoIsMeant,
  places: readonly PlaceShare[],
  needs: ReadonlyMap<PlaceId, ConsentNeed>,
  now: Instant,
): Promise<ComplianceCheck> {
  const needed = { express: 0, express_written: 0 }
  const lacking = { express: 0, express_written: 0 }
  for (const need of ['express', 'express_written'] as const) {
    const those = places.filter(({ place }) => needs.get(place) === need)
    if (those.length === 0) continue
    const kinds = need === 'express' ? (['express', 'express_written'] as const) : ([need] as const)
    const onFile = await counts.consented(id, launch, { purpose: settings.purpose, kinds, now })
    for (const { place, leads } of those) {
      needed[need] += leads
      lacking[need] += Math.max(0, leads - (onFile.get(place) ?? 0))
    }
  }
  const all = needed.express + needed.express_written
  if (all === 0)
    return { check: 'consent', is: 'met', text: 'Neither law nor campaign asks for consent here' }
  const without = lacking.express + lacking.express_written
  const kind = lacking.express_written > 0 ? 'written consent' : 'consent'
  return without === 0
    ? { check: 'consent', is: 'met', text: `On file for each of ${all} contacts who need it` }
    : {
        check: 'consent',
        is: 'not_met',
        text: `${without} of ${all} contacts have no express ${kind} on file and will be skipped`,
      }
}
