import type { ContactQuery, ContactSort } from '../../domain/contact-filter.ts'
import type { Instant } from '../../domain/ids.ts'
import { createShared } from './shared-work.ts'

/** What a table showed when it was opened: nothing moves under the pointer while it is scrolled. */
export interface View {
  readonly id: string
  readonly query: ContactQuery
  readonly sort: ContactSort
  /** What counts back from now does so from here. */
  readonly openedAt: Instant
  /** Ids in their order, found out once when they are first needed. */
  ids(signal?: AbortSignal): Promise<Float64Array>
  /** Whether they are known by now. */
  areKnown(): boolean
  /** Whether the query finds others, or in another order, by now; told at most every few seconds anew. */
  hasChanged(signal?: AbortSignal): Promise<boolean>
}

export interface Views {
  open(query: ContactQuery, sort: ContactSort): View
  /** `null`: it is gone, or was of another query. */
  find(id: string, query: ContactQuery, sort?: ContactSort): View | null
}

export interface ViewsOptions {
  readonly find: (
    view: Pick<View, 'query' | 'sort'> & { readonly now: Instant },
    signal: AbortSignal,
  ) => Promise<Float64Array>
  /** Equal as long as nothing was written that a query may be about. */
  readonly stamp: () => Promise<string>
  /** Takes the next contacts into what searches look through. @returns whether all are in it */
  readonly growSearch: () => Promise<boolean>
  readonly now: () => Instant
  readonly newId: () => string
}

/** Each takes 8 MB for a million contacts. */
const MOST_VIEWS = 24
const KEPT_MS = 10 * 60_000
const CHECK_MS = 10_000
/** Of some ten thousand contacts each. */
const MOST_STEPS = 2_000

export function createViews(options: ViewsOptions): Views {
  const views = new Map<string, { readonly view: View; usedAt: Instant }>()

  // Whoever looks at a table soon types into its search.
  const growSearch = createShared(async signal => {
    for (let step = 0; step < MOST_STEPS && !signal.aborted; step += 1) if (await options.growSearch()) return
  })
  const tidy = () => {
    const now = options.now()
    for (const [id, { usedAt }] of views) if (now - usedAt > KEPT_MS) views.delete(id)
    // Longest unused first: using one puts it to the end.
    for (const id of views.keys()) {
      if (views.size < MOST_VIEWS) break
      views.delete(id)
    }
  }
  const of = (id: string): View | null => {
    const known = views.get(id)
    if (known === undefined) return null
    views.delete(id)
    views.set(id, { view: known.view, usedAt: options.now() })
    return known.view
  }
  return {
    open: (query, sort) => {
      tidy()
      // What goes wrong with it goes wrong with the search itself, and is told there.
      growSearch().catch(() => {})
      const view = createView(options, query, sort)
      views.set(view.id, { view, usedAt: options.now() })
      return view
    },
    find: (id, query, sort) => {
      const view = of(id)
      return view !== null && isSame(view.query, query) && isSame(view.sort, sort ?? view.sort) ? view : null
    },
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function createView({ find, stamp, now, newId }: ViewsOptions, query: ContactQuery, sort: ContactSort): View {
  const openedAt = now()
  let known: { readonly ids: Float64Array; stamp: string; checkedAt: Instant; changed: boolean } | null = null
  const finding = createShared(async signal => {
    const before = await stamp()
    const ids = await find({ query, sort, now: openedAt }, signal)
    known = { ids, stamp: before, checkedAt: now(), changed: false }
    return ids
  })
  const checking = createShared(async signal => {
    if (known === null) return false
    const before = await stamp()
    if (before !== known.stamp) {
      known.changed = !isEqual(known.ids, await find({ query, sort, now: openedAt }, signal))
      known.stamp = before
    }
    known.checkedAt = now()
    return known.changed
  })
  return {
    id: newId(),
    query,
    sort,
    openedAt,
    ids: async signal => known?.ids ?? finding(signal),
    areKnown: () => known !== null,
    hasChanged: async signal => {
      if (known === null) return false
      return known.changed || now() - known.checkedAt < CHECK_MS ? known.changed : checking(signal)
    },
  }
}

const isEqual = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length && Buffer.compare(bytesOf(a), bytesOf(b)) === 0

const bytesOf = ({ buffer, byteOffset, byteLength }: Float64Array) =>
  Buffer.from(buffer, byteOffset, byteLength)
