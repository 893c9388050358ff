import { DateTime } from 'luxon'
import type { WorkspaceLive } from '../contract/workspace.ts'
import { workspaceCaps } from '../domain/campaign.ts'
import { figures } from '../domain/figures.ts'
import { type ListedCampaign, readCampaigns } from '../store/read-campaigns.ts'
import { readCounts, readHours, readStartsSince } from '../store/read-figures.ts'
import { countUnread, readNotices } from '../store/read-notices.ts'
import { readTrunks } from '../store/read-trunks.ts'
import { readSetting } from '../store/workspace-settings.ts'
import { shownNotice } from './notices.ts'
import type { Services } from './services.ts'
import { shownHolds } from './shown-holds.ts'

const hour = 3_600_000
const shownNotices = 50

/** What the frame of the window shows: sidebar, foot, home. */
export async function workspaceLive(services: Services): Promise<WorkspaceLive> {
  const { db, engine, dialer, now, zone } = services
  const at = now()
  const [campaigns, trunks, starts, notices, unread, hours, caps] = await Promise.all([
    readCampaigns(db),
    readTrunks(db),
    readStartsSince(db, at - hour),
    readNotices(db, { offset: 0, limit: shownNotices, unreadOnly: false }),
    countUnread(db),
    readHours(db, DateTime.fromMillis(at, { zone }).startOf('day').toMillis()),
    readSetting(db, 'caps'),
  ])
  const active = engine.activeCalls()
  const problem = engine.problem()
  return {
    at,
    zone,
    empty: campaigns.length === 0 && trunks.length === 0,
    engine: {
      state: problem !== null ? 'stopped' : active.length > 0 ? 'calling' : 'idle',
      problem: problem?.message ?? '',
      pacingP99Ms: dialer.mediaHealth().pacingP99Ms,
    },
    activeCalls: active.length,
    maxCalls: Math.min(
      (caps ?? workspaceCaps).concurrentCalls,
      trunks.reduce((sum, trunk) => sum + trunk.settings.maxCalls, 0),
    ),
    campaigns: await Promise.all(
      campaigns
        .filter(isLive)
        .map(campaign => liveCampaign(services, campaign, starts.get(campaign.id) ?? 0)),
    ),
    trunks: trunks.map(({ id, name, settings }) => ({
      id,
      name,
      practice: id === services.practiceTrunk(),
      activeCalls: active.filter(call => call.trunk === id).length,
      maxCalls: settings.maxCalls,
      health: dialer.trunkHealth(id),
    })),
    today: today(hours, zone),
    notices: notices.rows.map(shownNotice),
    unread,
  }
}

const isLive = ({ state: { is } }: ListedCampaign): boolean =>
  is === 'running' || is === 'draining' || is === 'paused' || is === 'scheduled'

async function liveCampaign({ db, engine }: Services, campaign: ListedCampaign, callsLastHour: number) {
  const counts = await readCounts(db, campaign.id)
  const { humanAnswerRate, goalsAchieved } = figures(counts.leads, counts.calls)
  const [first] = campaign.state.is === 'running' ? shownHolds(engine, campaign.id) : []
  return {
    id: campaign.id,
    name: campaign.name,
    state: campaign.state.is,
    activeCalls: engine.activeCalls().filter(call => call.campaign === campaign.id).length,
    maxCalls: campaign.settings.maxConcurrentCalls,
    contacts: campaign.contacts,
    finished: campaign.finished,
    callsLastHour,
    humanAnswerRate,
    goalsAchieved,
    hold: first?.text ?? '',
  }
}

function today(hours: Awaited<ReturnType<typeof readHours>>, zone: string): WorkspaceLive['today'] {
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
