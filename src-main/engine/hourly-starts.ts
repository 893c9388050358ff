import { hourlyFreeAt } from '../domain/hourly.ts'
import type { CallId, CampaignId, Instant } from '../domain/ids.ts'
import type { CampaignRecord } from './ports/campaign-record.ts'
import type { EngineTransaction } from './ports/transaction.ts'

/** Starts of the last hour of campaigns that have a limit for it; read once, so it holds over a restart too. */
export interface HourlyStarts {
  /** When the next call fits into the sliding hour; `null`: now. */
  freeAt(
    tx: Pick<EngineTransaction, 'startsSince'>,
    campaign: CampaignRecord,
    now: Instant,
  ): Promise<Instant | null>
  /** A call that is reserved counts from now on, as if it were sent. */
  reserved(campaign: CampaignId, call: CallId, at: Instant): void
  sent(campaign: CampaignId, call: CallId, at: Instant): void
  withdrawn(campaign: CampaignId, call: CallId): void
}

const HOUR = 3_600_000

interface Starts {
  /** In the order of their sending: oldest first, unless the clock was set back. */
  readonly sent: Instant[]
  readonly reserved: Map<CallId, Instant>
}

export function createHourlyStarts(): HourlyStarts {
  const campaigns = new Map<CampaignId, Starts>()
  return {
    freeAt: async (tx, { id, settings: { callsPerHour } }, now) => {
      if (callsPerHour === null) {
        campaigns.delete(id)
        return null
      }
      let starts = campaigns.get(id)
      if (starts === undefined) {
        starts = { sent: [...(await tx.startsSince(id, now - HOUR))], reserved: new Map() }
        campaigns.set(id, starts)
      }
      const { sent, reserved } = starts
      while (sent[0] !== undefined && sent[0] <= now - HOUR) sent.shift()
      if (sent.length + reserved.size < callsPerHour) return null
      return hourlyFreeAt([...sent, ...reserved.values()], callsPerHour, now)
    },
    reserved: (campaign, call, at) => void campaigns.get(campaign)?.reserved.set(call, at),
    sent: (campaign, call, at) => {
      const starts = campaigns.get(campaign)
      if (!starts) return
      starts.reserved.delete(call)
      starts.sent.push(at)
    },
    withdrawn: (campaign, call) => void campaigns.get(campaign)?.reserved.delete(call),
  }
}
