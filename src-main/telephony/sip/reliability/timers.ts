/** RFC 3261 section 17.1.1.1 and table 4, all in proportion to T1. */
export interface SipTimers {
  readonly t1: number
  /** Longest interval between two sendings of one message. */
  readonly t2: number
  /** Longest time a message stays in the network. */
  readonly t4: number
  /** 64·T1: timers B, D, F, H, J, L, M. */
  readonly giveUp: number
  /** Nothing at all from the peer for so long after a request: it is taken for dead. 4 s with the usual T1. */
  readonly silence: number
  /** How long closing waits for last answers. 2 s with the usual T1. */
  readonly goodbye: number
}

export const sipTimers = (t1Ms: number): SipTimers => ({
  t1: t1Ms,
  t2: 8 * t1Ms,
  t4: 10 * t1Ms,
  giveUp: 64 * t1Ms,
  silence: 8 * t1Ms,
  goodbye: 4 * t1Ms,
})
