import { readSdp } from '../../telephony/sip/sdp.ts'
import type { InviteEnd, PreparedInvite } from '../../telephony/sip/sip-line.ts'
import type { TestCallFacts } from './judge-test-call.ts'

/** An INVITE that notes what became of it. */
export interface WatchedInvite {
  readonly invite: PreparedInvite
  seen(): Pick<TestCallFacts, 'end' | 'answer'>
}

export function watchInvite(watched: PreparedInvite): WatchedInvite {
  let end: InviteEnd | null = null
  let answer: TestCallFacts['answer'] = null
  return {
    seen: () => ({ end, answer }),
    invite: {
      facts: watched.facts,
      hangUp: () => watched.hangUp(),
      send: observer => {
        const sentAt = performance.now()
        watched.send({
          ...observer,
          answered: (at, dialog, sdp) => {
            answer = { afterMs: performance.now() - sentAt, sound: readSdp(sdp) }
            return observer.answered(at, dialog, sdp)
          },
          ended: ended => {
            end = ended
            observer.ended(ended)
          },
        })
      },
    },
  }
}
