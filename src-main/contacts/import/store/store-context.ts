import type { ConsentRecord } from '../../../domain/consent-record.ts'
import type { JobId, ListId, PlaceId } from '../../../domain/ids.ts'
import type { KnownPolicy } from '../../../domain/import-plan.ts'
import type { Place } from '../../../domain/place.ts'
import type { Statements } from '../../../store/sqlite-file.ts'
import type { By } from '../../write/journal.ts'
import { placeId } from '../../write/place-id.ts'
import { type Tag, tagNamed } from '../../write/set-tags.ts'
import type { More, StagedRow } from '../stage/staging.ts'

/** What stays the same from row to row of an import. */
export interface StoreContext {
  readonly job: JobId
  readonly by: By & { readonly job: JobId }
  readonly known: KnownPolicy
  readonly list: { readonly id: ListId; readonly name: string } | null
  /** Where its consents come from, for proof. */
  readonly source: string
  /** Of the staging file, by their number there. */
  readonly places: ReadonlyMap<number, Place>
  readonly placeIds: Map<number, PlaceId>
  readonly tags: Map<string, Tag>
  /** Nobody has a further number, nor gets one by this import: nothing to look up. */
  readonly noFurther: boolean
  /** Nobody is on the do-not-call list, and nothing is blocked: nothing to look up. */
  readonly nobodyBarred: boolean
}

export function placeIdOf(
  sql: Statements,
  staged: number,
  { places, placeIds }: Pick<StoreContext, 'places' | 'placeIds'>,
): PlaceId {
  const known = placeIds.get(staged)
  if (known !== undefined) return known
  const place = places.get(staged)
  if (place === undefined) throw new Error(`place ${staged} was not staged`)
  const id = placeId(sql, place)
  placeIds.set(staged, id)
  return id
}

export const tagsNamed = (
  sql: Statements,
  names: readonly string[],
  { tags }: Pick<StoreContext, 'tags'>,
): readonly Tag[] =>
  names.map(name => {
    const tag = tags.get(name) ?? tagNamed(sql, name)
    tags.set(name, tag)
    return tag
  })

export type NewConsent = Omit<ConsentRecord, 'withdrawnAt'>

export const consentOf = (
  { kind, at, text }: More['consents'][number],
  { line }: StagedRow,
  { by, source }: Pick<StoreContext, 'by' | 'source'>,
): NewConsent => ({
  kind,
  purpose: null,
  channel: 'import',
  source: `${source}, line ${line}`,
  evidence: text,
  givenAt: at ?? by.at,
  expiresAt: null,
})
