import { describe, expect, test } from 'vitest'
import { campaignDefaults } from '../../src-main/domain/campaign.ts'
import { movesOn, SILENT_PEER_MS } from '../../src-main/domain/failover.ts'
import { type EndedCall, MOST_UNRUNG, nextStep } from '../../src-main/domain/retry.ts'
import { sipTimers } from '../../src-main/telephony/sip/reliability/timers.ts'

const ended = (change: Partial<EndedCall>): EndedCall => ({
  result: 'failed',
  failure: null,
  mayHaveRung: true,
  sipCode: 0,
  optedOut: false,
  ...change,
})
const refused = ended({ failure: 'trunk', sipCode: 503, mayHaveRung: false })
const unsent = ended({ failure: 'trunk', sipCode: 0, mayHaveRung: false })
const silent = ended({ ...unsent, silent: true })

describe('telephony.md §1, a call moves on to the next peer only on 503, transport error or silence', () => {
  test.each<[what: string, call: EndedCall, afterMs: number | null]>([
    ['503', refused, 0],
    ['a transport error', unsent, 0],
    ['silence without any 1xx', silent, SILENT_PEER_MS],
    ['503 after a phone had rung', ended({ failure: 'trunk', sipCode: 503 }), null],
    ['486 of a person who is on the phone', ended({ result: 'busy', sipCode: 486 }), null],
    ['603 of a person who declined', ended({ result: 'rejected', sipCode: 603 }), null],
    ['our own ring timeout', ended({ result: 'no_answer', sipCode: 487 }), null],
    ['480', ended({ result: 'no_answer', sipCode: 480 }), null],
    ['an answer', ended({ result: 'answered', sipCode: 200 }), null],
    ['a call that the program broke off', ended({ result: 'interrupted' }), null],
    ['401 again', ended({ failure: 'credentials', sipCode: 401, mayHaveRung: false }), null],
    ['500 of the network', ended({ failure: 'congestion', sipCode: 500 }), null],
    ['488', ended({ failure: 'media', sipCode: 488 }), null],
  ])('%s', (_, call, afterMs) =>
    expect(movesOn(call)).toEqual(afterMs === null ? { is: 'never' } : { is: 'after', ms: afterMs }),
  )
})

test('campaigns.md §10.3: 4 s without any 1xx, and 32 s until the contact is tried elsewhere', () =>
  expect([sipTimers(500).silence, SILENT_PEER_MS, sipTimers(500).giveUp]).toEqual([4_000, 32_000, 32_000]))

describe('telephony.md §3, 503, local 408 or 503: next peer, then failed (trunk), attempt not counted', () => {
  const none = { attempts: 1, unrung: 0 }
  const stepAfter = (call: EndedCall, change: object) =>
    nextStep(call, { ...none, ...change }, campaignDefaults)

  test.each<[what: string, call: EndedCall, other: boolean, afterMs: number, hold: string | null]>([
    ['503 with another trunk', refused, true, 0, null],
    ['503 with a single one', refused, false, 60_000, 'trunk_refused'],
    ['silence with another trunk', silent, true, 32_000, 'peer_silent'],
    ['silence of a single one', silent, false, 60_000, 'peer_silent'],
    ['a transport error with another trunk', unsent, true, 0, null],
    [
      '401 again, whatever other trunk there is',
      ended({ failure: 'credentials', sipCode: 401, mayHaveRung: false }),
      true,
      60_000,
      'trunk_refused',
    ],
  ])('%s', (_, call, hasOtherTrunk, afterMs, hold) =>
    expect(stepAfter(call, { hasOtherTrunk })).toEqual({
      is: 'retry',
      tries: { attempts: 1, unrung: 1 },
      afterMs,
      hold,
      agreedAt: null,
    }),
  )

  test('campaigns.md §10.2: each trunk has its own back-off, 60 s, doubling', () =>
    expect(stepAfter(refused, { unrung: 5, unrungHere: 2 })).toMatchObject({ afterMs: 240_000 }))

  test('a contact that all trunks refuse ends where one that a single trunk refuses would', () => {
    expect(stepAfter(refused, { unrung: 18, unrungHere: MOST_UNRUNG - 1 })).toMatchObject({ is: 'final' })
    expect(stepAfter(refused, { unrung: 18, unrungHere: MOST_UNRUNG - 2 })).toMatchObject({ is: 'retry' })
  })
})
