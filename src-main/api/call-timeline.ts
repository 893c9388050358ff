import { assertNever } from '../domain/assert-never.ts'
import type { Instant } from '../domain/ids.ts'
import type { ConversationEvent } from '../domain/transcript.ts'
import type { CallDetail } from '../store/read-call.ts'

export interface TimelineEntry {
  readonly at: Instant
  readonly kind: string
  readonly text: string
  /** The figure or cause beside it; empty where there is none. */
  readonly detail: string
}

/** What happened to a call from its reservation to its end, in order. */
export function timelineOf({ row, trunkName, events }: CallDetail): TimelineEntry[] {
  const entries: TimelineEntry[] = [
    {
      at: row.reserved_at,
      kind: 'reserved',
      text: 'Reserved, rules checked',
      detail: `attempt ${row.attempt}`,
    },
  ]
  const add = (at: Instant | null, kind: string, text: string, detail: string) => {
    if (at !== null) entries.push({ at, kind, text, detail })
  }
  add(row.sending_at, 'sending', 'INVITE sent', trunkName)
  add(row.ringing_at, 'ringing', 'Ringing', row.pdd_ms === null ? '' : `after ${seconds(row.pdd_ms)}`)
  add(row.answered_at, 'answered', 'Answered', row.ring_ms === null ? '' : `rang ${seconds(row.ring_ms)}`)
  const answeredAt = row.answered_at
  if (answeredAt !== null)
    for (const event of events) {
      const { text, detail } = describe(event)
      entries.push({ at: answeredAt + event.atMs, kind: event.is, text, detail })
    }
  add(row.ended_at, 'ended', endText(row.hung_up_by, row.result), endDetail(row))
  return entries.sort((a, b) => a.at - b.at)
}

function describe(event: ConversationEvent): { readonly text: string; readonly detail: string } {
  switch (event.is) {
    case 'agent_said':
      return { text: 'Agent speaks', detail: event.interrupted ? 'interrupted' : '' }
    case 'person_spoke':
      return { text: 'Person spoke', detail: seconds(event.forMs) }
    case 'key_pressed':
      return { text: `Key ${event.key} pressed`, detail: '' }
    case 'answer':
      return { text: `Answer: ${event.label}`, detail: event.store }
    case 'goal':
      return { text: `Goal ${outcomeWords[event.outcome]}`, detail: event.name }
    case 'analysis':
      return { text: `Answer: ${event.value}`, detail: event.question }
    case 'opt_out':
      return { text: 'Opted out', detail: event.scope === 'all' ? 'do-not-call list' : 'this campaign' }
    case 'ended_by_agent':
      return { text: 'Agent says goodbye', detail: '' }
    default:
      return assertNever(event)
  }
}

const outcomeWords = {
  achieved: 'achieved',
  partially_achieved: 'partly achieved',
  not_achieved: 'not achieved',
} as const

function endText(by: CallDetail['row']['hung_up_by'], result: CallDetail['row']['result']): string {
  if (result === 'interrupted') return 'Interrupted: the program stopped'
  switch (by) {
    case 'agent':
      return 'Ended by the agent'
    case 'person':
      return 'Ended by the person'
    case 'supervisor':
      return 'Ended by a supervisor'
    case 'network':
      return 'Ended by the network'
    case null:
      return 'Ended'
    default:
      return assertNever(by)
  }
}

function endDetail({ sip_code, sip_reason, q850 }: CallDetail['row']): string {
  const sip = sip_code ? `${sip_code} ${sip_reason ?? ''}`.trim() : ''
  return [sip, q850 === null ? '' : `Q.850 ${q850}`].filter(part => part !== '').join(', ')
}

const seconds = (ms: number): string => `${(Math.round(ms / 100) / 10).toFixed(1)} s`
