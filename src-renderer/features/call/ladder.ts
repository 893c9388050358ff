import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { fixed } from '../../format/number.ts'

export interface Step {
  readonly key: string
  readonly direction: 'sent' | 'received'
  /** Seconds from the first packet: differences matter here, not times of day. */
  readonly seconds: string
  /** `INVITE`, `180 Ringing`, `BYE`. */
  readonly name: string
  /** What the message carries beside its name. */
  readonly carries: string
  readonly raw: string
}

const header = (raw: string, name: string) =>
  new RegExp(`^${name}\\s*:\\s*(.+)$`, 'im').exec(raw)?.[1]?.trim()

function codecs(raw: string) {
  const body = raw.split(/\r?\n\r?\n/, 2)[1] ?? ''
  const names = [...body.matchAll(/^a=rtpmap:\d+ ([\w-]+)/gm)].map(([, name]) => name)
  return body.startsWith('v=0') ? `SDP ${[...new Set(names)].join(', ')}`.trim() : ''
}

function nameOf(raw: string) {
  const first = raw.split(/\r?\n/, 1)[0] ?? ''
  const response = /^SIP\/2\.0 (\d{3} ?.*)$/.exec(first)
  return response?.[1] ?? first.split(' ', 1)[0] ?? ''
}

/** The messages of a call as the rungs of a ladder. */
export function ladder(trace: CallDetail['trace']): Step[] {
  const start = trace[0]?.at ?? 0
  return trace.map(({ at, direction, text: raw }, index) => ({
    key: `${index}`,
    direction,
    seconds: fixed((at - start) / 1000, 3),
    name: nameOf(raw),
    carries: codecs(raw) || header(raw, 'Reason') || '',
    raw,
  }))
}
