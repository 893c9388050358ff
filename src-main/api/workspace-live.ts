import { DateTime } from 'luxon'
import type { WorkspaceLive } from '../contract/workspace.ts'
import { workspaceCaps } from '../domain/campaign.ts'
import { figures } from '../domain/figures.ts'
import type { TrunkId } from '../domain/ids.ts'
import { type ListedCampaign, readCampaigns } from '../store/read-campaigns.ts'
import { readCampaignHours, readHours, readStartsSince } from '../store/read-figures.ts'
import { countUnread, readNotices } from '../store/read-notices.ts'
import { readTrunks } from '../store/read-trunks.ts'
import { readSetting } from '../store/workspace-settings.ts'
import { campaignAbandonment } from './campaign-abandonment.ts'
import { firstShownHour, liveCampaign } from './live-campaign.ts'
import { shownNotice } from './notices.ts'
import type { Services } from './services.ts'

const hour = 3_600_000
const week = 7 * 24 * hour
const shownNotices = 50

/** The practice trunk comes first, and is all that a demo leaves which was called off. */
async function awaitsDemo({ db, practiceTrunk }: Services, trunks: readonly { readonly id: TrunkId }[]) {
  const agent = await db.selectFrom('agents').select('id').limit(1).executeTakeFirst()
  return agent === undefined && trunks.every(({ id }) => id === practiceTrunk())
}

/** What the frame of the window shows: sidebar, foot, home. */
export async function workspaceLive(services: Services): Promise<WorkspaceLive> {
  const { db, engine, dialer, now, zone } = services
  const at = now()
  const day = DateTime.fromMillis(at, { zone }).startOf('day')
  const [campaigns, trunks, starts, notices, unread, hours, weekAgo, shownHours, caps, machine] =
    await Promise.all([
      readCampaigns(db),
      readTrunks(db),
      readStartsSince(db, at - hour),
      readNotices(db, { offset: 0, limit: shownNotices, unreadOnly: false }),
      countUnread(db),
      readHours(db, day.toMillis()),
      readHours(db, day.minus({ weeks: 1 }).toMillis(), at - week),
      readCampaignHours(db, firstShownHour(at)),
      readSetting(db, 'caps'),
      services.machine(),
    ])
  const active = engine.activeCalls()
  const problem = engine.problem()
  const live = campaigns.filter(isLive)
  return {
    at,
    zone,
    empty: campaigns.length === 0 && (trunks.length === 0 || (await awaitsDemo(services, trunks))),
    engine: {
      state: problem !== null ? 'stopped' : active.length > 0 ? 'calling' : 'idle',
      problem: problem?.message ?? '',
      pacingP99Ms: dialer.mediaHealth().pacingP99Ms,
      ...machine,
    },
    activeCalls: active.length,
    maxCalls: Math.min(
      (caps ?? workspaceCaps).concurrentCalls,
      trunks.reduce((sum, trunk) => sum + trunk.settings.maxCalls, 0),
    ),
    campaigns: await Promise.all(
      live.map(campaign => liveCampaign(services, campaign, starts.get(campaign.id) ?? 0, shownHours, at)),
    ),
    trunks: trunks.map(({ id, name, settings }) => ({
      id,
      name,
      practice: id === services.practiceTrunk(),
      activeCalls: engine.channelsOn(id),
      maxCalls: settings.maxCalls,
      health: dialer.trunkHealth(id),
    })),
    today: { ...today(hours, zone), weekAgo: figures([], weekAgo).ended },
    abandonment: await nearestCap(services, live),
    notices: notices.rows.map(shownNotice),
    unread,
  }
}

const isLive = ({ state: { is } }: ListedCampaign): boolean =>
  is === 'running' || is === 'draining' || is === 'paused' || is === 'scheduled'

/** The abandoned calls of the campaign that is nearest to its cap. */
async function nearestCap(
  services: Services,
  campaigns: readonly ListedCampaign[],
): Promise<WorkspaceLive['abandonment']> {
  const all = await Promise.all(campaigns.map(campaign => campaignAbandonment(services, campaign)))
  const [nearest] = all
    .filter(one => one !== null)
    .toSorted((a, b) => (b.share ?? 0) / b.cap - (a.share ?? 0) / a.cap)
  return nearest === undefined ? null : { answered: nearest.answered, share: nearest.share, cap: nearest.cap }
}

function today(
  hours: Awaited<ReturnType<typeof readHours>>,
  zone: string,
): Omit<WorkspaceLive['today'], 'weekAgo'> {
  const all = figures([], hours)
  const byHour = Map.groupBy(hours, count => DateTime.fromMillis(count.hour, { zone }).hour)
  return {
    calls: all.ended,
    answered: hours.reduce((sum, count) => sum + count.answered, 0),
    people: all.conversations,
    talkMs: all.talkMs,
    goalsAchieved: all.goalsAchieved,
    optOuts: all.optOuts,
    hours: [...byHour].map(([hourOfDay, counts]) => {
      const { ended, conversations } = figures([], counts)
      const machine = counts.reduce((sum, { result, calls }) => sum + (result === 'voicemail' ? calls : 0), 0)
      return { hour: hourOfDay, human: conversations, machine, other: ended - conversations - machine }
    }),
  }
}
