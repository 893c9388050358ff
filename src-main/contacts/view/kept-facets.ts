import type { Instant } from '../../domain/ids.ts'
import type { Facets } from '../read/facets.ts'
import { createShared } from './shared-work.ts'

export interface KeptFacetsOptions {
  readonly read: () => Promise<Facets>
  /** Equal as long as nothing was written. */
  readonly stamp: () => Promise<string>
  readonly now: () => Instant
}

/** A new tag or country may be so late in a list of choices. */
const KEPT_MS = 15_000

/** They take a look at all contacts, so many who ask share one answer. */
export function createKeptFacets({ read, stamp, now }: KeptFacetsOptions): () => Promise<Facets> {
  let kept: { readonly facets: Facets; stamp: string; checkedAt: Instant } | null = null
  const renew = createShared(async () => {
    const standing = await stamp()
    kept =
      kept?.stamp === standing
        ? { ...kept, checkedAt: now() }
        : { facets: await read(), stamp: standing, checkedAt: now() }
    return kept.facets
  })
  return async () => (kept !== null && now() - kept.checkedAt < KEPT_MS ? kept.facets : renew())
}
