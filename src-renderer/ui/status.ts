import type { CallRow } from '../../src-main/contract/calls.ts'
import type { ActiveCall, CampaignRow, LeadRow } from '../../src-main/contract/campaigns.ts'
import type { TrunkHealth } from '../../src-main/contract/lines.ts'
import type { Notice } from '../../src-main/contract/notices.ts'
import type { WorkspaceLive } from '../../src-main/contract/workspace.ts'

export type Hue =
  | 'gray'
  | 'indigo'
  | 'teal'
  | 'orange'
  | 'yellow'
  | 'blue'
  | 'red'
  | 'violet'
  | 'cyan'
  | 'green'

export type Shape =
  | 'ring'
  | 'dashed-ring'
  | 'dashed-point'
  | 'ring-quarter'
  | 'disc-wave'
  | 'half-disc'
  | 'half-empty'
  | 'turn'
  | 'disc-tick'
  | 'disc-dash'
  | 'ring-dash'
  | 'disc-cross'
  | 'ring-stroke'
  | 'clock'
  | 'disc-play'
  | 'disc-bars'
  | 'triangle'
  | 'info'
  | 'alert'

/** A status is a shape and a hue; its word stands in `text/en/words.ts`. */
export interface Look {
  readonly shape: Shape
  readonly hue: Hue
}

export type CampaignState = CampaignRow['state']
export type LeadStatus = LeadRow['status']
export type CallResult = NonNullable<CallRow['result']>

export const campaignLooks = {
  draft: { shape: 'dashed-ring', hue: 'gray' },
  scheduled: { shape: 'clock', hue: 'indigo' },
  running: { shape: 'disc-play', hue: 'teal' },
  draining: { shape: 'half-empty', hue: 'orange' },
  paused: { shape: 'disc-bars', hue: 'yellow' },
  completed: { shape: 'disc-tick', hue: 'blue' },
  cancelled: { shape: 'disc-cross', hue: 'red' },
} satisfies Record<CampaignState, Look>

export const leadLooks = {
  completed: { shape: 'disc-tick', hue: 'green' },
  no_conversation: { shape: 'disc-dash', hue: 'gray' },
  no_answer: { shape: 'ring-dash', hue: 'orange' },
  failed: { shape: 'disc-cross', hue: 'red' },
  skipped: { shape: 'ring-stroke', hue: 'gray' },
  called: { shape: 'half-disc', hue: 'violet' },
  in_call: { shape: 'disc-wave', hue: 'yellow' },
  dialing: { shape: 'ring-quarter', hue: 'yellow' },
  queued: { shape: 'dashed-point', hue: 'gray' },
  retry: { shape: 'turn', hue: 'cyan' },
  pending: { shape: 'ring', hue: 'gray' },
} satisfies Record<LeadStatus, Look>

/** In the order of finality: settled at the left, untouched at the right. */
export const leadOrder = Object.keys(leadLooks) as LeadStatus[]

export const resultLooks = {
  answered: { shape: 'disc-tick', hue: 'green' },
  voicemail: { shape: 'disc-dash', hue: 'gray' },
  no_conversation: { shape: 'disc-dash', hue: 'gray' },
  no_answer: { shape: 'ring-dash', hue: 'orange' },
  busy: { shape: 'ring-dash', hue: 'orange' },
  rejected: { shape: 'ring-stroke', hue: 'gray' },
  invalid: { shape: 'ring-stroke', hue: 'gray' },
  fax: { shape: 'disc-dash', hue: 'gray' },
  failed: { shape: 'disc-cross', hue: 'red' },
  abandoned: { shape: 'triangle', hue: 'red' },
  interrupted: { shape: 'dashed-ring', hue: 'gray' },
} satisfies Record<CallResult, Look>

export const resultOrder = Object.keys(resultLooks) as CallResult[]

export const activeLooks = {
  reserved: { shape: 'dashed-point', hue: 'gray' },
  sending: { shape: 'ring-quarter', hue: 'yellow' },
  ringing: { shape: 'ring-quarter', hue: 'yellow' },
  answered: { shape: 'disc-wave', hue: 'yellow' },
} satisfies Record<ActiveCall['state'], Look>

export const noticeLooks = {
  info: { shape: 'info', hue: 'blue' },
  warning: { shape: 'triangle', hue: 'yellow' },
  problem: { shape: 'alert', hue: 'red' },
} satisfies Record<Notice['level'], Look>

export const healthLooks = {
  unknown: { shape: 'ring', hue: 'gray' },
  up: { shape: 'disc-tick', hue: 'green' },
  down: { shape: 'triangle', hue: 'red' },
} satisfies Record<TrunkHealth['is'], Look>

/** Above it (p99 of 20 ms audio frames, in ms) audio may stutter. */
export const pacingLimitMs = 5

export type EngineHealth = WorkspaceLive['engine']['state'] | 'late'

/** `late`: it calls, and cannot keep the pace of the audio. */
export const engineHealth = ({ state, pacingP99Ms }: WorkspaceLive['engine']): EngineHealth =>
  state === 'calling' && pacingP99Ms > pacingLimitMs ? 'late' : state

export const engineLooks = {
  idle: { shape: 'ring', hue: 'gray' },
  calling: { shape: 'disc-tick', hue: 'green' },
  late: { shape: 'triangle', hue: 'yellow' },
  stopped: { shape: 'alert', hue: 'red' },
} satisfies Record<EngineHealth, Look>
