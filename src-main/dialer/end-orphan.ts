import type { DialogFacts, SendingFacts } from '../engine/ports/dialer.ts'
import { createSipLine } from '../telephony/sip/create-sip-line.ts'
import { openOnFreePort } from './open-line.ts'
import type { TrunkLines } from './trunk-lines.ts'

/** Ends a call that an earlier process left behind, also where its trunk has been changed or removed since. */
export const endOrphan = async (
  facts: SendingFacts,
  dialog: DialogFacts | null,
  trunks: TrunkLines,
  userAgent: string,
): Promise<void> => {
  const known = trunks.findByPeer(facts.remoteHost, facts.remotePort)
  if (known) return known.endOrphan(facts, dialog)
  const line = await openOnFreePort(facts.localPort, localPort =>
    createSipLine({
      localHost: '0.0.0.0',
      localPort,
      peer: { host: facts.remoteHost, port: facts.remotePort },
      userAgent,
    }),
  )
  try {
    await line.endOrphan(facts, dialog)
  } finally {
    await line.close()
  }
}
