import { figures } from '../domain/figures.ts'
import type { HealthFacts } from '../domain/health/facts.ts'
import type { Finding } from '../domain/health/finding.ts'
import { healthOf } from '../domain/health/health-of.ts'
import type { ListedCampaign } from '../store/read-campaigns.ts'
import { readCounts, readStartsSince } from '../store/read-figures.ts'
import { readTrunks } from '../store/read-trunks.ts'
import { readUsedTrunks } from '../store/read-used-trunks.ts'
import { campaignAbandonment } from './campaign-abandonment.ts'
import { campaignLights } from './campaign-light.ts'
import { campaignMoney } from './campaign-money.ts'
import type { Services } from './services.ts'
import { shownHolds } from './shown-holds.ts'

const HOUR = 3_600_000

/** What somebody should look at in a campaign, by what engine, lines and records say now. */
export async function campaignHealth(
  services: Services,
  campaign: ListedCampaign,
  signal?: AbortSignal,
): Promise<readonly Finding[]> {
  const rows = await services.reads.ask('health', { campaign: campaign.id, now: services.now() }, { signal })
  if (rows === null) return []
  const { open, changesAt } = (await campaignLights(services))(campaign)
  const until = Math.min(rows.numbers.until, open ? (changesAt ?? rows.numbers.until) : rows.numbers.until)
  return healthOf({
    ...(await factsOf(services, campaign)),
    ...rows,
    numbers: { ...rows.numbers, until },
  })
}

async function factsOf(
  services: Services,
  campaign: ListedCampaign,
): Promise<Omit<HealthFacts, 'lately' | 'day' | 'before' | 'numbers'>> {
  const { db, engine, now } = services
  const { id, settings, state } = campaign
  const at = now()
  const active = engine.activeCalls().filter(call => call.campaign === id)
  const [counts, starts, money, abandonment, trunks] = await Promise.all([
    readCounts(db, id),
    readStartsSince(db, at - HOUR),
    campaignMoney(services, campaign, active),
    campaignAbandonment(services, campaign),
    trunksOf(services, campaign),
  ])
  const { remaining, contacted, ended } = figures(counts.leads, counts.calls)
  return {
    now: at,
    state: state.is,
    holds: state.is === 'running' ? shownHolds(engine, id) : [],
    activeCalls: active.length,
    callsLastHour: starts.get(id) ?? 0,
    remaining,
    contacted,
    ended,
    pacing: { callsPerHour: settings.callsPerHour, intervalMs: settings.intervalMs },
    money,
    abandonment,
    trunks,
  }
}

async function trunksOf(
  { db, dialer }: Pick<Services, 'db' | 'dialer'>,
  { id }: Pick<ListedCampaign, 'id'>,
): Promise<HealthFacts['trunks']> {
  const [used, all] = await Promise.all([readUsedTrunks(db, id), readTrunks(db)])
  return used.map(({ id: trunk }) => {
    const health = dialer.trunkHealth(trunk)
    return {
      id: trunk,
      name: all.find(stored => stored.id === trunk)?.name ?? '',
      down: health.is === 'down' ? { since: health.since, why: health.reason } : null,
    }
  })
}
