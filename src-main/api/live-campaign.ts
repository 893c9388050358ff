import type { WorkspaceLive } from '../contract/workspace.ts'
import { figures, hourOf } from '../domain/figures.ts'
import type { CampaignId, Instant } from '../domain/ids.ts'
import type { ListedCampaign } from '../store/read-campaigns.ts'
import { readCounts } from '../store/read-figures.ts'
import type { Services } from './services.ts'
import { shownHolds } from './shown-holds.ts'

const HOUR = 3_600_000
const SHOWN_HOURS = 12

/** First instant of the earliest hour that is shown. */
export const firstShownHour = (at: Instant): Instant => hourOf(at) - (SHOWN_HOURS - 1) * HOUR

export interface HourOfCampaign {
  readonly campaign: CampaignId
  readonly hour: Instant
  readonly calls: number
}

/** A campaign at work as home, sidebar and wallboard show it. */
export async function liveCampaign(
  { db, engine }: Pick<Services, 'db' | 'engine'>,
  campaign: ListedCampaign,
  callsLastHour: number,
  hours: readonly HourOfCampaign[],
  at: Instant,
): Promise<WorkspaceLive['campaigns'][number]> {
  const { id, name, state, agent, contacts, finished, settings } = campaign
  const counts = await readCounts(db, id)
  const { ended, humanAnswerRate, conversations, conversionRate } = figures(counts.leads, counts.calls)
  const [first] = state.is === 'running' ? shownHolds(engine, id) : []
  const from = firstShownHour(at)
  return {
    id,
    name,
    state: state.is,
    agent: agent && { name: agent.name, version: agent.version },
    activeCalls: engine.activeCalls().filter(call => call.campaign === id).length,
    maxCalls: settings.maxConcurrentCalls,
    contacts,
    finished,
    callsLastHour,
    hours: Array.from({ length: SHOWN_HOURS }, (_, step) => {
      const hour = from + step * HOUR
      return hours.find(count => count.campaign === id && count.hour === hour)?.calls ?? 0
    }),
    ended,
    humanAnswerRate,
    conversations,
    conversionRate,
    hold: state.is === 'paused' ? state.detail : (first?.text ?? ''),
    pausedItself: state.is === 'paused' && state.reason !== 'manual',
  }
}
