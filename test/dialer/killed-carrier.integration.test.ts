import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Flow } from '../../src-main/domain/flow.ts'
import { readLedgerFile } from '../../src-main/telephony/practice/ledger-file.ts'
import { anOrder, aTrunk, openDialer, openMedia, question, send } from './open-exchange.ts'

/** Says one word and waits longer than anybody stays on a dead line. */
const waitsLong: Flow = {
  start: 'ask',
  maxCallSeconds: 120,
  steps: {
    ask: {
      do: 'ask',
      text: 'Well?',
      store: 'answer',
      digits: 1,
      next: 'bye',
      waitSeconds: 100,
      tries: 1,
      onSilence: 'bye',
    },
    bye: { do: 'end' },
  },
}

test('a carrier that is killed in the middle of calls leaves none of them open, and its book can still be read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'))
  const ledger = join(folder, 'ledger.jsonl')
  const carrier = fork(join(import.meta.dirname, '../telephony/practice/carrier-process.ts'), [ledger], {
    stdio: 'inherit',
  })
  const media = await openMedia()
  const dialer = openDialer(media, folder)
  try {
    const [port] = await once(carrier, 'message', { signal: AbortSignal.timeout(10_000) })
    await dialer.applyTrunk(aTrunk(Number(port)))
    const place = async (to: string, flow = question) => {
      const order = anOrder({ to, flow })
      const prepared = await dialer.prepare(order)
      if ('refused' in prepared) throw new Error(prepared.message)
      return send(order, prepared)
    }
    const talking = await place('+493012345610')
    const ringing = await place('+493012345602')
    const patient = await place('+493012345110', waitsLong)
    await Promise.all([talking.answered, ringing.ringing, patient.answered])
    carrier.kill('SIGKILL')
    await once(carrier, 'exit')

    ringing.prepared.hangUp('supervisor')
    expect(await ringing.ended).toMatchObject({ result: 'no_answer', hungUpBy: 'supervisor' })
    expect(await talking.ended).toMatchObject({ hungUpBy: 'agent', sipCode: 200 })
    expect(await patient.ended).toMatchObject({ hungUpBy: 'network', sipCode: 200 })
    expect(talking.told).toEqual(['ringing', 'answered', 'ended'])
    expect(ringing.told).toEqual(['ringing', 'ended'])
    await vi.waitFor(() => expect(media.health().legs).toBe(0))
    expect(readLedgerFile(ledger)).toMatchObject([
      { number: '+493012345610', answeredAt: expect.any(Number), endedAt: null },
      { number: '+493012345602', answeredAt: null, endedAt: null },
      { number: '+493012345110', answeredAt: expect.any(Number), endedAt: null },
    ])
  } finally {
    carrier.kill('SIGKILL')
    await dialer.close()
    await media.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
