import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { CallOutcome } from '../../src-main/engine/ports/dialer.ts'
import type { CalleeAct } from '../../src-main/telephony/practice/carrier.ts'
import { type Exchange, openExchange } from './open-exchange.ts'

let exchange: Exchange
beforeAll(async () => {
  exchange = await openExchange()
})
afterAll(() => exchange.close())

const results: Readonly<Record<CalleeAct, readonly CallOutcome['result'][]>> = {
  answers_and_presses: ['answered'],
  opts_out: ['answered'],
  answers_and_hangs_up: ['no_conversation'],
  answers_silently: ['no_conversation'],
  voicemail: ['answered'],
  fax: ['answered', 'no_conversation'],
  busy: ['busy'],
  no_answer: ['no_answer'],
  declines: ['rejected'],
  wrong_number: ['invalid'],
  unavailable: ['no_answer'],
  trunk_busy: ['failed'],
}

test('fifty calls at once end exactly once each, as the carrier has it in its book', async () => {
  const numbers = Array.from({ length: 50 }, (_, i) => `+4930${String(1_000 + i)}99`)
  const calls = await Promise.all(numbers.map(to => exchange.place({ to, ringSeconds: 3 })))
  const outcomes = await Promise.all(calls.map(call => call.ended))
  await vi.waitFor(() => {
    expect(exchange.carrier.ledger().filter(entry => entry.endedAt === null)).toEqual([])
    expect(exchange.media.health().legs).toBe(0)
  }, 5_000)

  const ledger = new Map(exchange.carrier.ledger().map(entry => [entry.number, entry]))
  expect(exchange.carrier.ledger()).toHaveLength(50)
  for (const [at, { to }] of calls.map(call => call.order).entries()) {
    const entry = ledger.get(to)
    const outcome = outcomes[at]
    if (!entry || !outcome) throw new Error(`${to} is missing`)
    const keys = outcome.conversation.flatMap(event => (event.is === 'key_pressed' ? [event.key] : []))
    expect({ to, keys: keys.join(''), result: outcome.result }).toEqual({
      to,
      keys: entry.pressed,
      result: expect.toBeOneOf([...results[entry.act]]),
    })
    expect(entry.callerId).toBe('+493099999999')
    expect(calls[at]?.told.filter(told => told === 'ended')).toHaveLength(1)
  }
  expect(new Set(outcomes.map(outcome => outcome.result)).size).toBeGreaterThan(3)
})
