import type { Generated } from 'kysely'
import type { E164, Instant, NumberId, TestCallId, TrunkId } from '../../domain/ids.ts'
import type { Micros } from '../../domain/money.ts'
import type { RateTable } from '../../domain/rates.ts'
import type { SpamScore } from '../../domain/spam-score.ts'
import type { TrunkSettings } from '../../domain/trunk.ts'
import type { DialogFacts, SendingFacts } from '../../engine/ports/dialer.ts'
import type { Json } from '../json.ts'
import type { Flag, RowId } from './row.ts'

export interface TrunksTable {
  readonly id: RowId<TrunkId>
  name: string
  settings: Json<TrunkSettings>
  /** Key of the password in the host's secret store; the password itself is never in this file. */
  secret_ref: string | null
  is_default: Generated<Flag>
  /** What its calls cost; null: nothing is known, and nothing is counted. */
  rates: Json<RateTable> | null
  /** Credit left, in the currency of its rates; null: not kept. */
  balance_micros: Micros | null
  readonly created_at: Instant
  changed_at: Instant
}

/** Caller IDs of the workspace. */
export interface NumbersTable {
  readonly id: RowId<NumberId>
  readonly e164: E164
  name: Generated<string>
  trunk_id: TrunkId | null
  enabled: Generated<Flag>
  country: string | null
  /** Leading digits of the national number that stand for its area, for local match: `30` of +49 30 …; may be empty. */
  area: Generated<string>
  /** IANA zone whose days count for its daily cap. */
  zone: Generated<string>
  /** Where the proof of ownership is kept. */
  proof: Generated<string>
  /** Rests since and until then, with the reason in words; null: it does not rest. */
  excluded_at: Instant | null
  excluded_until: Instant | null
  exclusion: Generated<string>
  excluded_by: 'score' | 'hand' | null
  /** Back from its rest since then, on probation; null: it is not. */
  probation_at: Instant | null
  /** Calls of its probation that are still to be made. */
  probation_left: Generated<number>
  /** Spam score 0–9 as it counts: worked out, or set by hand or from a list. */
  score: Generated<number>
  /** Its own calls before then were judged already: its latest return from a rest. */
  scored_from: Generated<Instant>
  score_parts: Json<SpamScore> | null
  score_at: Instant | null
  /** Set by hand or read from a reputation list: score, source, when. */
  score_set: Json<{ readonly score: number; readonly source: string; readonly at: Instant }> | null
  readonly created_at: Instant
}

/** Test calls that go on: on disk until they are over at the peer, in no history of calls. */
export interface TestCallsTable {
  readonly id: RowId<TestCallId>
  /** What is tested, as the audit log names it: `trunk 7`. */
  readonly subject: string
  readonly name: string
  readonly to_number: E164
  readonly facts: Json<SendingFacts>
  /** null: it was not answered yet. */
  dialog: Json<DialogFacts> | null
}

/** Calls that left under a caller ID, per day of its own zone (`2026-11-26`). */
export interface NumberDaysTable {
  readonly number_id: NumberId
  readonly day: string
  calls: Generated<number>
  answered: Generated<number>
}
