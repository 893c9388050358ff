import type { OutgoingInviteRequest, Session } from 'sip.js/lib/core/index.js'

type Timer = ReturnType<typeof setTimeout>

/**
 *  prepared ──send──▶ inviting ──2xx──▶ accepted ──on disk, ACK──▶ up ──BYE──▶ leaving ──its answer──▶ ended
 *     │ hangUp           │ hangUp, ring time                        │ their BYE ─────────────────────────▲
 *     ▼                  ▼                                          ▼                                    │
 *  discarded         cancelling ──487, other final, 64·T1────────────────────────────────────────────────┘
 */
export type OutgoingState =
  | { readonly is: 'prepared' }
  | { readonly is: 'discarded' }
  | {
      readonly is: 'inviting'
      readonly uac: OutgoingInviteRequest
      /** Set again at the first ringing. */
      ringTimer: Timer
      readonly silence: Timer
    }
  | {
      readonly is: 'cancelling'
      readonly uac: OutgoingInviteRequest
      readonly why: 'us' | 'timeout'
      readonly watchdog: Timer
    }
  /** `leave`: hung up while the dialog was being saved. */
  | { readonly is: 'accepted'; readonly session: Session; readonly ack: () => void; leave: boolean }
  | { readonly is: 'up'; readonly session: Session }
  | { readonly is: 'leaving' }
  | { readonly is: 'ended' }

export const stopTimersOf = (state: OutgoingState): void => {
  if (state.is === 'inviting') {
    clearTimeout(state.ringTimer)
    clearTimeout(state.silence)
  }
  if (state.is === 'cancelling') clearTimeout(state.watchdog)
}
