import type { SendingFacts } from '../../src-main/engine/ports/dialer.ts'
import { anOrder, aTrunk, openDialer, openMedia } from './open-exchange.ts'

/** A dialer in a process of its own, to be killed: calls the number and tells its parent what a store would keep. */
const [port = '0', to = ''] = process.argv.slice(2)

const dialer = openDialer(await openMedia(), '')
await dialer.applyTrunk(aTrunk(Number(port)))
const prepared = await dialer.prepare(anOrder({ to }))
if ('refused' in prepared) throw new Error(prepared.message)
const facts: SendingFacts = prepared.facts
prepared.send({
  ringing: () => process.send?.({ facts, dialog: null }),
  answered: async (_at, dialog) => void process.send?.({ facts, dialog }),
  happened: () => {},
  ended: () => {},
})
