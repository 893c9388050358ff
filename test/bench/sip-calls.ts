/**
 * Whole calls (INVITE, 180, 200, ACK, BYE, 200) between two lines of one process over loopback: first as many as go at
 * once, then at a steady rate, with CPU time per call and what is left in memory after 64·T1.
 * `node --expose-gc test/bench/sip-calls.ts [calls] [calls per second]`
 */
import { createSipLine } from '../../src-main/telephony/sip/create-sip-line.ts'
import { writeAnswer, writeOffer } from '../../src-main/telephony/sip/sdp.ts'
import type { SipLine } from '../../src-main/telephony/sip/sip-line.ts'

const calls = Number(process.argv[2] ?? 2_000)
const perSecond = Number(process.argv[3] ?? 100)
const offer = writeOffer({ host: '127.0.0.1', port: 40_000, sessionId: 1 })
const answer = String(writeAnswer(offer, { host: '127.0.0.1', port: 40_002, sessionId: 2 }))

const open = (peer: { host: string; port: number } | null): Promise<SipLine> =>
  createSipLine({ localHost: '127.0.0.1', localPort: 0, peer, userAgent: 'Trunkline bench' })

const carrier = await open(null)
const trunk = await open({ host: '127.0.0.1', port: carrier.localPort })
carrier.onInvite(invite => {
  invite.progress(180)
  invite.answer(answer).catch(() => {})
})

let number = 0
const callOnce = (): Promise<boolean> => {
  const sipCallId = `bench-${process.pid}-${++number}`
  const call = trunk.prepareInvite({
    sipCallId,
    to: `+49${number}`,
    from: '+4930111',
    ringSeconds: 30,
    offer,
  })
  return new Promise(resolve =>
    call.send({
      provisional() {},
      async answered() {
        setImmediate(() => call.hangUp())
      },
      info() {},
      ended: end => resolve(end.code === 200 && end.byeConfirmed),
    }),
  )
}

const measure = async (what: string, run: () => Promise<readonly boolean[]>) => {
  const cpu = process.cpuUsage()
  const begun = performance.now()
  const complete = (await run()).filter(Boolean).length
  const ms = performance.now() - begun
  const { user, system } = process.cpuUsage(cpu)
  return {
    what,
    calls: number,
    complete,
    'calls/s': Math.round((complete * 1000) / ms),
    'CPU ms per call, both sides': Number(((user + system) / 1000 / complete).toFixed(2)),
  }
}

const inTurns = async (width: number): Promise<readonly boolean[]> => {
  const results: boolean[] = []
  const worker = async (): Promise<void> => {
    while (results.length + width <= calls) results.push(await callOnce())
  }
  await Promise.all(Array.from({ length: width }, worker))
  return results
}

const steadily = async (): Promise<readonly boolean[]> => {
  const running: Promise<boolean>[] = []
  const begun = performance.now()
  while (running.length < calls) {
    const due = Math.min(calls, Math.floor(((performance.now() - begun) * perSecond) / 1000) + 1)
    while (running.length < due) running.push(callOnce())
    await new Promise(resolve => setTimeout(resolve, 5))
  }
  return Promise.all(running)
}

const heapMb = (): number => {
  globalThis.gc?.()
  return Number((process.memoryUsage().heapUsed / 1e6).toFixed(1))
}

const heapBefore = heapMb()
const flood = await measure('40 at once', () => inTurns(40))
number = 0
const steady = await measure(`${perSecond} per second`, steadily)
const heapBusy = heapMb()
await new Promise(resolve => setTimeout(resolve, 33_000))
const heapAfter = heapMb()
console.table([flood, steady])
console.log(
  JSON.stringify({
    bench: 'sip-calls',
    flood,
    steady,
    heapMb: { before: heapBefore, busy: heapBusy, after: heapAfter },
  }),
)
await Promise.all([trunk.close(), carrier.close()])
