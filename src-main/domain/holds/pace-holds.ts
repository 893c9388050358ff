import type { Instant } from '../ids.ts'
import { afterPause } from '../pacing.ts'
import { hasRoom, nextSlot, type TrunkFacts, usableTrunks } from '../trunk-group.ts'
import type { CampaignFacts } from './facts.ts'
import type { CampaignHold } from './hold.ts'

/** Nothing more can be started at this moment, whoever waits. */
export function paceHolds(facts: CampaignFacts, now: Instant): CampaignHold[] {
  const { settings, trunks, workspace, abandonment } = facts
  const holds: CampaignHold[] = []
  const usable = usableTrunks(trunks, now)
  const roomy = usable.filter(hasRoom)
  const full = (is: 'campaign-full' | 'workspace-full', active: number, allowed: number) => {
    if (active >= allowed) holds.push({ is, allowed, until: null })
  }
  full('campaign-full', facts.activeCalls, settings.maxConcurrentCalls)
  if (
    abandonment &&
    facts.activeCalls >= abandonment.allowed &&
    abandonment.allowed < settings.maxConcurrentCalls
  )
    holds.push({ is: 'abandonment', ...abandonment, until: null })
  if (usable.length > 0 && roomy.length === 0) holds.push(trunksFull(usable, trunks))
  full('workspace-full', workspace.activeCalls, workspace.caps.concurrentCalls)

  const interval = afterPause(facts.lastStartAt, settings.intervalMs, now)
  if (interval > now) holds.push({ is: 'interval', until: interval })
  if (settings.callsPerHour !== null && facts.hourlyFreeAt !== null)
    holds.push({ is: 'hourly-cap', allowed: settings.callsPerHour, until: facts.hourlyFreeAt })
  const rate = Math.max(
    afterPause(workspace.slot, 1000 / workspace.caps.callsPerSecond, now),
    roomy.length > 0 ? Math.min(...roomy.map(trunk => nextSlot(trunk, now))) : now,
  )
  if (rate > now) holds.push({ is: 'rate', until: rate })
  return holds
}

const trunksFull = (
  full: readonly TrunkFacts[],
  all: readonly TrunkFacts[],
): Extract<CampaignHold, { is: 'trunk-full' }> => ({
  is: 'trunk-full',
  allowed: full.reduce((sum, { maxCalls }) => sum + maxCalls, 0),
  trunks: full.map(({ name }) => name),
  others: all.filter(trunk => !full.includes(trunk)).map(({ name }) => name),
  until: null,
})
