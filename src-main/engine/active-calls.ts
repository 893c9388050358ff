import type { CallId, CampaignId, E164, Instant, LeadId, TrunkId } from '../domain/ids.ts'
import type { ConversationEvent } from '../domain/transcript.ts'
import type { PreparedCall } from './ports/dialer.ts'

/** A call that is going on, as the live list shows it. */
export interface ActiveCall {
  readonly call: CallId
  readonly campaign: CampaignId
  readonly lead: LeadId
  readonly trunk: TrunkId
  readonly to: E164
  readonly callerId: E164
  readonly name: string
  readonly country: string | null
  readonly state: 'reserved' | 'sending' | 'ringing' | 'answered'
  /** When this state began. */
  readonly since: Instant
  /** What the agent said or the person keyed last. */
  readonly lastWords: string
}

export interface ActiveCalls {
  add(call: ActiveCall): void
  update(call: CallId, change: Partial<Pick<ActiveCall, 'state' | 'since' | 'lastWords'>>): void
  /** From here on `hangUp` reaches the call itself. */
  attach(call: CallId, prepared: PreparedCall): void
  remove(call: CallId): void
  /** True when such a call is going on. One that is not sent yet will not be. */
  hangUp(call: CallId): boolean
  wantsHangUp(call: CallId): boolean
  list(): readonly ActiveCall[]
  count(): number
  countOf(campaign: CampaignId): number
  /** A channel for a call that is no campaign's. @returns the way to give it back, harmless when repeated */
  occupy(trunk: TrunkId): () => void
  /** Channels in use, those of no campaign's calls among them. */
  channels(): number
  channelsOn(trunk: TrunkId): number
  /** Resolves when no call is going on. */
  empty(): Promise<void>
}

interface Entry {
  call: ActiveCall
  prepared: PreparedCall | null
  wantsHangUp: boolean
}

export function createActiveCalls(): ActiveCalls {
  const entries = new Map<CallId, Entry>()
  // Asked before each start, with hundreds of calls up.
  const ofCampaign = new Map<CampaignId, number>()
  const ofTrunk = new Map<TrunkId, number>()
  let channels = 0
  const use = (trunk: TrunkId, by: 1 | -1) => {
    channels += by
    ofTrunk.set(trunk, (ofTrunk.get(trunk) ?? 0) + by)
  }
  const count = ({ campaign, trunk }: ActiveCall, by: 1 | -1) => {
    ofCampaign.set(campaign, (ofCampaign.get(campaign) ?? 0) + by)
    use(trunk, by)
  }
  let waiting: (() => void)[] = []
  return {
    add: call => {
      entries.set(call.call, { call, prepared: null, wantsHangUp: false })
      count(call, 1)
    },
    update: (id, change) => {
      const entry = entries.get(id)
      if (entry) entry.call = { ...entry.call, ...change }
    },
    attach: (id, prepared) => {
      const entry = entries.get(id)
      if (!entry) return
      entry.prepared = prepared
      if (entry.wantsHangUp) prepared.hangUp('supervisor')
    },
    remove: id => {
      const entry = entries.get(id)
      if (entry && entries.delete(id)) count(entry.call, -1)
      if (entries.size > 0) return
      for (const resolve of waiting) resolve()
      waiting = []
    },
    hangUp: id => {
      const entry = entries.get(id)
      if (!entry) return false
      entry.wantsHangUp = true
      entry.prepared?.hangUp('supervisor')
      return true
    },
    wantsHangUp: id => entries.get(id)?.wantsHangUp ?? false,
    list: () => [...entries.values()].map(entry => entry.call),
    count: () => entries.size,
    countOf: campaign => ofCampaign.get(campaign) ?? 0,
    occupy: trunk => {
      let isTaken = true
      use(trunk, 1)
      return () => {
        if (isTaken) use(trunk, -1)
        isTaken = false
      }
    },
    channels: () => channels,
    channelsOn: trunk => ofTrunk.get(trunk) ?? 0,
    empty: () =>
      entries.size === 0 ? Promise.resolve() : new Promise<void>(resolve => waiting.push(resolve)),
  }
}

/** The line of the live list, `null` where an event says nothing. */
export function words(event: ConversationEvent): string | null {
  switch (event.is) {
    case 'agent_said':
      return event.text
    case 'key_pressed':
      return `Key ${event.key}`
    case 'answer':
      return event.label
    default:
      return null
  }
}
