import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { CallOutcome } from '../../src-main/engine/ports/dialer.ts'
import type { LedgerEntry } from '../../src-main/telephony/practice/carrier.ts'
import { frequencyShare, onset, readWav } from '../telephony/media/hearing.ts'
import { type Exchange, openExchange } from './open-exchange.ts'
import { AGENT_HERTZ } from './tone-speech.ts'

let exchange: Exchange
beforeAll(async () => {
  exchange = await openExchange()
})
afterAll(() => exchange.close())

interface Ending {
  readonly ending: string
  readonly outcome: Partial<CallOutcome>
  readonly ledger: Partial<LedgerEntry>
}

const rings = 2
const endings: readonly Ending[] = [
  {
    ending: '01',
    outcome: { result: 'busy', sipCode: 486, q850: 17, hungUpBy: null, mayHaveRung: true, media: null },
    ledger: { act: 'busy', endedBy: 'rejected', code: 486, answeredAt: null },
  },
  {
    ending: '02',
    outcome: { result: 'no_answer', sipCode: 487, hungUpBy: null, mayHaveRung: true },
    ledger: { act: 'no_answer', endedBy: 'cancel', code: 487 },
  },
  {
    ending: '03',
    outcome: { result: 'rejected', sipCode: 603, mayHaveRung: true },
    ledger: { act: 'declines', endedBy: 'rejected', code: 603 },
  },
  {
    ending: '04',
    outcome: { result: 'invalid', sipCode: 404, q850: 1 },
    ledger: { act: 'wrong_number', endedBy: 'rejected', code: 404 },
  },
  {
    ending: '05',
    outcome: { result: 'failed', failure: 'trunk', sipCode: 503, mayHaveRung: false },
    ledger: { act: 'trunk_busy', endedBy: 'rejected', code: 503 },
  },
  {
    ending: '06',
    outcome: { result: 'answered', sipCode: 200 },
    ledger: { act: 'voicemail', code: 200, pressed: '' },
  },
  {
    ending: '07',
    outcome: { result: 'answered', hungUpBy: 'agent' },
    ledger: { act: 'opts_out', endedBy: 'caller', pressed: '9', byeConfirmed: true },
  },
  {
    ending: '08',
    outcome: { result: 'no_conversation', hungUpBy: 'person' },
    ledger: { act: 'answers_and_hangs_up', endedBy: 'callee', byeConfirmed: true },
  },
  {
    ending: '09',
    outcome: { result: 'no_conversation', hungUpBy: 'person' },
    ledger: { act: 'answers_silently', endedBy: 'callee', pressed: '' },
  },
  {
    ending: '10',
    outcome: { result: 'answered', hungUpBy: 'agent' },
    ledger: { act: 'answers_and_presses', endedBy: 'caller', pressed: '1', byeConfirmed: true },
  },
  {
    ending: '11',
    outcome: { result: 'answered', hungUpBy: 'agent' },
    ledger: { act: 'answers_and_presses', endedBy: 'caller', pressed: '2', byeConfirmed: true },
  },
  {
    ending: '12',
    outcome: { result: 'no_answer', sipCode: 480 },
    ledger: { act: 'unavailable', endedBy: 'rejected', code: 480 },
  },
  { ending: '13', outcome: { sipCode: 200 }, ledger: { act: 'fax', pressed: '' } },
]

describe('a number ending in', () => {
  test.concurrent.each(endings)(
    '$ending: program and carrier tell the same story',
    async ({ ending, outcome, ledger }) => {
      const to = `+4930123456${ending}`
      const call = await exchange.place({ to, record: true, ringSeconds: ending === '02' ? rings : 20 })
      const ended = await call.ended
      expect(ended).toMatchObject(outcome)
      const entry = await ledgerSays(to, ledger)
      expect(call.told.filter(told => told === 'ended')).toHaveLength(1)
      expect(call.told.includes('answered')).toBe(entry.answeredAt !== null)
      expect(call.told.includes('ringing')).toBe(entry.rangAt !== null)
      const keys = ended.conversation.flatMap(event => (event.is === 'key_pressed' ? [event.key] : []))
      expect(keys.join('')).toBe(entry.pressed)
      expect(ended.recording !== null).toBe(entry.answeredAt !== null)
      expect(existsSync(join(exchange.dataDir, `recordings/${call.order.call}.wav`))).toBe(
        entry.answeredAt !== null,
      )
    },
  )

  test('10: both have heard the other, and the recording holds both', async () => {
    const to = '+493098765410'
    const call = await exchange.place({ to, record: true })
    const ended = await call.ended
    const entry = await ledgerSays(to, {})
    expect(ended.media?.heardMs).toBeGreaterThan(200)
    expect(entry.heardMs).toBeGreaterThan(1_000)
    const { left: person, right: agent } = readWav(
      readFileSync(join(exchange.dataDir, ended.recording ?? '')),
    )
    const firstWord = agent.slice(onset(agent), onset(agent) + 4_000)
    expect(frequencyShare(firstWord, AGENT_HERTZ)).toBeGreaterThan(0.9)
    expect(frequencyShare(person, AGENT_HERTZ)).toBeLessThan(0.1)
    expect(onset(person)).toBeGreaterThan(0)
  })
})

/** The last word of the ledger comes a moment after the end of the call. */
const ledgerSays = (number: string, facts: Partial<LedgerEntry>): Promise<LedgerEntry> =>
  vi.waitFor(() => {
    const entry = exchange.carrier.ledger().find(entry => entry.number === number)
    expect(entry).toMatchObject({ endedAt: expect.any(Number), ...facts })
    return entry as LedgerEntry
  }, 5_000)
