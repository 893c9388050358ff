/** Address and port of a peer, named as in the datagrams of `node:dgram`. */
export interface Source {
  readonly address: string
  readonly port: number
}

/**
 * Symmetric RTP: audio is sent to where it comes from, because an address in SDP is often wrong behind NAT. The
 * source is learned from the first good packet near the signalling and never again, so nobody can take a call over.
 */
export interface SourceLatch {
  /** True for a packet that must not be looked at. */
  refuses(from: Source, now: number): boolean
  /** A packet of this source was good RTP. */
  learn(from: Source): void
  /** Where to send. */
  target(): Source
}

/** Strangers are learned this long after the signalling; the announced host always. */
export const learningMs = 10_000

const same = (a: Source, b: Source) => a.port === b.port && a.address === b.address

export function createSourceLatch(announced: Source, connectedAt: number): SourceLatch {
  let latched: Source | null = null
  return {
    refuses(from, now) {
      const early = now - connectedAt < learningMs
      if (!latched) return from.address !== announced.address && !early
      if (same(from, latched)) return false
      // The announced address beats a guess.
      return !(early && same(from, announced))
    },
    learn(from) {
      if (!latched || !same(from, latched)) latched = { address: from.address, port: from.port }
    },
    target: () => latched ?? announced,
  }
}
