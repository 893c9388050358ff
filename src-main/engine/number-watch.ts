import { campaignDefaults } from '../domain/campaign.ts'
import type { Instant, NumberId } from '../domain/ids.ts'
import { type Judgement, judge, strictestLimits } from '../domain/number-rest.ts'
import { type NumberDay, poolRates, SCORE_DAYS, spamEvidence } from '../domain/spam-evidence.ts'
import { type SpamScore, spamScore } from '../domain/spam-score.ts'
import { DAY, dateOf } from '../domain/zone-clock.ts'
import type { EngineParts } from './engine-parts.ts'
import { createGiveWay } from './give-way.ts'
import { numberNotice } from './number-notice.ts'
import { createNumberWeeks } from './number-weeks.ts'
import type { WatchedNumber } from './ports/number-book.ts'

/** Scores the caller IDs, rests those that go bad, and brings them back. */
export interface NumberWatch {
  /** Looks at them until the engine closes: while calls are made once a minute, at once after a change by a person. */
  run(): Promise<void>
}

const LOOK_MS = 60_000
// Scoring and writing a number costs about as much as reading so many calls.
const NUMBER_COST = 20

type Heard = 'nothing' | 'calls' | 'change'

export function createNumberWatch(
  parts: Pick<EngineParts, 'store' | 'numberDay' | 'clock' | 'changes' | 'notify' | 'wake' | 'closing'>,
): NumberWatch {
  const { store, clock, changes, closing } = parts
  const giveWay = createGiveWay()
  const weeks = createNumberWeeks(parts.numberDay, giveWay)
  let heard: Heard = 'nothing'
  let isTelling = false
  let alarm = new AbortController()

  const hear = (next: Heard) => {
    if (heard === 'change' || heard === next) return
    heard = next
    alarm.abort()
  }

  /** @returns when the first rest ends */
  const look = async (): Promise<Instant | null> => {
    const now = clock.now()
    const since = dateOf(Math.floor(now / DAY) - SCORE_DAYS)
    const read = await store.read(async ({ numberBook }) => ({
      numbers: await numberBook.watched(since),
      ceilingPerDay: await numberBook.ceilingPerDay(),
    }))
    if (read === null) return null
    const { numbers, ceilingPerDay } = read.value
    const days = await weeks.read(
      numbers.filter(({ isUsed }) => isUsed),
      now,
    )
    if (days === null) return null
    const pool = poolRates([...days.values()].flat(), now)
    for (const number of numbers) {
      // Whether there is room again is for the beat to prove; it tells when there is.
      if (closing.aborted || store.problem() !== null) return null
      const estimate = estimateOf(number, days, week =>
        spamScore(spamEvidence(week, { pool, now, addedAt: number.addedAt, ceilingPerDay })),
      )
      if (isNew(number, estimate) || judgementOf(number, estimate, now) !== null)
        await decide(number.id, since, estimate, now)
      await giveWay(NUMBER_COST)
    }
    const ends = numbers.flatMap(({ standing }) => (standing.is === 'resting' ? standing.until : []))
    return ends.filter(end => end > now).reduce<Instant | null>((a, b) => Math.min(a ?? b, b), null)
  }

  /** One number in one transaction, read once more: a person may have rested it meanwhile. */
  const decide = async (id: NumberId, since: string, estimate: SpamScore | null, now: Instant) => {
    const written = await store.once(async tx => {
      const [number] = await tx.numberBook.watched(since, id)
      if (number === undefined) return null
      if (estimate !== null && number.standing.is !== 'resting')
        await tx.numberBook.keepEstimate(id, estimate, now)
      const judgement = judgementOf(number, estimate, now)
      if (judgement === null) return null
      const notice = numberNotice(number, judgement)
      await tx.numberBook.setStanding(id, judgement.to)
      // Its score begins anew.
      if (judgement.did === 'returned') heard = 'change'
      await tx.addNotice(notice, now)
      await tx.addAudit(
        {
          actor: 'engine',
          action: `number.${judgement.did}`,
          subject: `number ${id}`,
          detail: { why: judgement.why },
        },
        now,
      )
      return notice
    })
    if (!written?.value) return
    parts.notify(written.value)
    isTelling = true
    changes.tell({ workspace: true })
    isTelling = false
    parts.wake()
  }

  /** Until there is something to look at. */
  const rest = async (began: Instant, due: Instant | null) => {
    while (!closing.aborted && heard !== 'change') {
      const afterCalls = heard === 'calls' ? began + LOOK_MS : Number.POSITIVE_INFINITY
      const until = Math.min(due ?? Number.POSITIVE_INFINITY, afterCalls)
      if (until <= clock.now()) return
      alarm = new AbortController()
      await clock.sleep(until, alarm.signal, false)
    }
  }

  return {
    run: async () => {
      const stop = changes.listen(change => {
        if ('call' in change) hear('calls')
        else if ('workspace' in change && !isTelling) hear('change')
      })
      const end = () => alarm.abort()
      closing.addEventListener('abort', end)
      while (!closing.aborted) {
        const began = clock.now()
        heard = 'nothing'
        await rest(began, await look())
      }
      closing.removeEventListener('abort', end)
      stop()
    },
  }
}

/** A resting number keeps its score: it does not fall by standing still. One that was never used has none. */
function estimateOf(
  { id, standing, isUsed, estimate }: WatchedNumber,
  days: ReadonlyMap<NumberId, readonly NumberDay[]>,
  score: (week: readonly NumberDay[]) => SpamScore,
): SpamScore | null {
  if (standing.is === 'resting') return estimate
  return isUsed || estimate !== null ? score(days.get(id) ?? []) : null
}

const isNew = ({ estimate }: WatchedNumber, next: SpamScore | null): boolean =>
  JSON.stringify(estimate) !== JSON.stringify(next)

function judgementOf(
  { standing, setScore, limits }: WatchedNumber,
  estimate: SpamScore | null,
  now: Instant,
): Judgement | null {
  const score = setScore ?? estimate?.score ?? 0
  const blocked = estimate?.blocked ?? false
  return judge(standing, { score, blocked }, strictestLimits(limits, campaignDefaults.rotation), now)
}
