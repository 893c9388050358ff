/** RTP ports of all calls; even ones for RTP, the next odd one for RTCP. */
export const rtpPorts = { from: 20_000, to: 29_999 } as const
