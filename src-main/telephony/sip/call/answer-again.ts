import { readSdp, writeAnswer } from '../sdp.ts'

/** What both sides said at the start of the call. */
export interface AgreedMedia {
  readonly ours: string
  readonly theirs: string
}

/**
 * The answer to an offer in the middle of a call: ours again, held or resumed as they wish. `null` where they want other
 * media than agreed, which is refused with 488. An empty offer asks for ours.
 */
export const answerAgain = ({ ours, theirs }: AgreedMedia, offer: string): string | null => {
  if (!offer) return ours
  const local = readSdp(ours)
  const before = readSdp(theirs)
  const wanted = readSdp(offer)
  if (local.is === 'refused' || before.is === 'refused' || wanted.is === 'refused') return null
  const sameSource = wanted.host === before.host && wanted.port === before.port
  if (wanted.codec !== before.codec || !(sameSource || wanted.direction === 'inactive')) return null
  const sessionId = Number(/^o=\S+ (\d+)/m.exec(ours)?.[1] ?? 0)
  const answer = writeAnswer(offer, { host: local.host, port: local.port, sessionId })
  return typeof answer === 'string' ? answer : null
}
