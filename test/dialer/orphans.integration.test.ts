import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { DialogFacts, SendingFacts } from '../../src-main/engine/ports/dialer.ts'
import { aTrunk, type Exchange, openDialer, openExchange, trunk } from './open-exchange.ts'

interface Kept {
  readonly facts: SendingFacts
  readonly dialog: DialogFacts | null
}

let exchange: Exchange
beforeAll(async () => {
  exchange = await openExchange()
})
afterAll(() => exchange.close())

/** Calls from another process and kills it once the call has got so far. */
const callAndDie = async (to: string, far: (kept: Kept) => boolean): Promise<Kept> => {
  const child = fork(join(import.meta.dirname, 'dialer-process.ts'), [String(exchange.carrier.port), to])
  const exited = once(child, 'exit')
  try {
    for (;;) {
      const [kept] = await Promise.race([
        once(child, 'message') as Promise<[Kept]>,
        exited.then(([code]) => Promise.reject(new Error(`The caller ended by itself, code ${code}`))),
      ])
      if (far(kept)) return kept
    }
  } finally {
    child.kill('SIGKILL')
    await exited
  }
}

const entryOf = (number: string) => exchange.carrier.ledger().find(entry => entry.number === number)

describe('a call that was left behind by a killed program', () => {
  test('is ended with BYE when it had been answered', async () => {
    const { facts, dialog } = await callAndDie('+493030000010', kept => kept.dialog !== null)
    await exchange.dialer.endOrphan(facts, dialog)
    await vi.waitFor(() =>
      expect(entryOf('+493030000010')).toMatchObject({ endedBy: 'caller', byeConfirmed: true }),
    )
  })

  test('is ended with CANCEL when it was still ringing', async () => {
    const { facts } = await callAndDie('+493030000002', () => true)
    const dialer = openDialer(exchange.media, exchange.dataDir, { knownPort: () => facts.localPort })
    await dialer.applyTrunk(aTrunk(exchange.carrier.port))
    await dialer.endOrphan(facts, null)
    await vi.waitFor(() => expect(entryOf('+493030000002')).toMatchObject({ endedBy: 'cancel' }))
    await dialer.close()
  })

  test('is ended although its trunk has been removed since', async () => {
    const { facts, dialog } = await callAndDie('+493030000110', kept => kept.dialog !== null)
    await exchange.dialer.removeTrunk(trunk)
    await exchange.dialer.endOrphan(facts, dialog)
    await vi.waitFor(() => expect(entryOf('+493030000110')).toMatchObject({ endedBy: 'caller' }))
  })
})
