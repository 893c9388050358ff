/** RFC 3261 section 17.1.1.1 and table 4, all in proportion to T1. */
export interface SipTimers {
  readonly t1: number
  /** Longest interval between two sendings of one message. */
  readonly t2: number
  /** Longest time a message stays in the network. */
  readonly t4: number
  /** 64·T1: timers B, D, F, H, J, L, M. */
  readonly giveUp: number
}

export const sipTimers = (t1Ms: number): SipTimers => ({
  t1: t1Ms,
  t2: 8 * t1Ms,
  t4: 10 * t1Ms,
  giveUp: 64 * t1Ms,
})
