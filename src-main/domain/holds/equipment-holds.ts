import type { Instant } from '../ids.ts'
import { type Trouble, type TrunkFacts, troubleOf, usableTrunks } from '../trunk-group.ts'
import type { CampaignFacts } from './facts.ts'
import type { CampaignHold } from './hold.ts'
import { nextLook } from './next-look.ts'

export function equipmentHolds(facts: CampaignFacts, now: Instant): CampaignHold[] {
  const holds: CampaignHold[] = []
  if (facts.storeProblem !== null) holds.push({ is: 'store', why: facts.storeProblem, until: null })
  for (const { is, why } of facts.short) holds.push({ is, why, until: null })
  if (!facts.hasAgent) holds.push({ is: 'no-agent', until: null })
  if (facts.usableNumbers === 0) holds.push({ is: 'no-number', until: null })
  else if (facts.numbersOut) holds.push({ is: 'numbers-capped', ...facts.numbersOut })
  if (facts.trunks.length === 0) holds.push({ is: 'no-trunk', until: null })
  else holds.push(...trunkHolds(facts.trunks, now))
  return holds
}

/** No trunk of the group is left, each with its cause. Numbers or credit that all of them lack are holds of their own. */
function trunkHolds(trunks: readonly TrunkFacts[], now: Instant): CampaignHold[] {
  if (usableTrunks(trunks, now).length > 0) return []
  const isInTrouble = trunks.some(trunk => troubleOf(trunk, now) !== null)
  const lacksAll = trunks.every(({ short }) => short !== null) || trunks.every(({ numbersOut }) => numbersOut)
  if (lacksAll && !isInTrouble) return []
  const causes = trunks.flatMap(trunk => whyUnusable(trunk, now) ?? [])
  return [
    {
      is: 'trunk-held',
      why: causes.map(({ why }) => why).join('; '),
      until: nextLook(causes),
    },
  ]
}

function whyUnusable(trunk: TrunkFacts, now: Instant): Trouble | null {
  const { name, short, numbersOut } = trunk
  const cause = troubleOf(trunk, now) ?? (short === null ? numbersOut : { why: short, until: null })
  return cause && { ...cause, why: `${name}: ${cause.why}` }
}
