/** What a person changed about the columns of a table; everything absent is as the program proposes. */
export interface GridLayout {
  /** Ids of all columns, shown or not, in their order; empty: as proposed. */
  readonly order: readonly string[]
  readonly shown: Readonly<Record<string, boolean>>
  readonly pinned: Readonly<Record<string, boolean>>
  /** px */
  readonly widths: Readonly<Record<string, number>>
}

export const asProposed: GridLayout = { order: [], shown: {}, pinned: {}, widths: {} }

export const narrowest = 48
export const widest = 800

interface Proposed {
  readonly id: string
  readonly width: number
  readonly grows?: boolean
  readonly pinned?: boolean
  readonly hidden?: boolean
  readonly always?: boolean
  readonly yields?: number
}

export const isShown = ({ id, hidden, always }: Proposed, { shown }: Pick<GridLayout, 'shown'>) =>
  always || (shown[id] ?? !hidden)

export const isPinned = ({ id, pinned }: Proposed, layout: Pick<GridLayout, 'pinned'>) =>
  layout.pinned[id] ?? pinned ?? false

export const widthOf = ({ id, width }: Proposed, { widths }: Pick<GridLayout, 'widths'>) =>
  widths[id] ?? width

/** All columns in their order, pinned ones first. A column that is new stands behind its proposed neighbour. */
export function inOrder<C extends Proposed>(
  columns: readonly C[],
  layout: Pick<GridLayout, 'order' | 'pinned'>,
): C[] {
  const byId = new Map(columns.map(column => [column.id, column]))
  const ordered = layout.order.flatMap(id => byId.get(id) ?? [])
  for (const [place, column] of columns.entries()) {
    if (ordered.includes(column)) continue
    const neighbour = columns[place - 1]
    ordered.splice(neighbour ? ordered.indexOf(neighbour) + 1 : 0, 0, column)
  }
  return [
    ...ordered.filter(column => isPinned(column, layout)),
    ...ordered.filter(column => !isPinned(column, layout)),
  ]
}

export const shownInOrder = <C extends Proposed>(
  columns: readonly C[],
  layout: Pick<GridLayout, 'order' | 'shown' | 'pinned'>,
): C[] => inOrder(columns, layout).filter(column => isShown(column, layout))

/**
 * Without those that give way where they do not all fit into `room` px, the lowest `yields` first. What a person chose to
 * see stays. `besides`: px that check boxes and row actions take.
 */
export function fitting<C extends Proposed>(
  columns: readonly C[],
  layout: Pick<GridLayout, 'shown' | 'widths'>,
  room: number,
  besides: number,
): C[] {
  let over = columns.reduce((sum, column) => sum + widthOf(column, layout), besides) - room
  const gone = new Set<string>()
  for (const column of columns
    .filter(({ id, yields }) => yields !== undefined && layout.shown[id] === undefined)
    .sort((a, b) => (a.yields ?? 0) - (b.yields ?? 0))) {
    if (over <= 0) break
    gone.add(column.id)
    over -= widthOf(column, layout)
  }
  return columns.filter(({ id }) => !gone.has(id))
}

/** One place to the left (-1) or right (1) among the shown ones of its part, pinned or not. */
export function moved(
  layout: GridLayout,
  columns: readonly Proposed[],
  id: string,
  step: -1 | 1,
): GridLayout {
  const all = inOrder(columns, layout)
  const shown = all.filter(column => isShown(column, layout))
  const at = shown.findIndex(column => column.id === id)
  const self = shown[at]
  const other = shown[at + step]
  if (!self || !other || isPinned(self, layout) !== isPinned(other, layout)) return layout
  const order = all.map(column => column.id).filter(one => one !== id)
  order.splice(order.indexOf(other.id) + (step === 1 ? 1 : 0), 0, id)
  return { ...layout, order }
}

/** Before or behind another column; dropped among those of the other part, pinned or not, it becomes one of them. */
export function droppedAt(
  layout: GridLayout,
  columns: readonly Proposed[],
  id: string,
  over: string,
  side: 'before' | 'after',
): GridLayout {
  const all = inOrder(columns, layout)
  const self = all.find(column => column.id === id)
  const other = all.find(column => column.id === over)
  if (!self || !other || self === other) return layout
  const order = all.map(column => column.id).filter(one => one !== id)
  order.splice(order.indexOf(over) + (side === 'after' ? 1 : 0), 0, id)
  const next = { ...layout, order }
  const was = isPinned(self, layout)
  const pinned = isPinned(other, layout)
  // Behind the last pinned one is also before all that scroll.
  const between = side === 'after' && all.findLast(column => isPinned(column, layout)) === other
  return was === pinned || between ? next : withPinned(next, id, pinned)
}

export const withShown = (layout: GridLayout, id: string, shown: boolean): GridLayout => ({
  ...layout,
  shown: { ...layout.shown, [id]: shown },
})

export const withPinned = (layout: GridLayout, id: string, pinned: boolean): GridLayout => ({
  ...layout,
  pinned: { ...layout.pinned, [id]: pinned },
})

/** `undefined` goes back to the proposed width. */
export function withWidth(layout: GridLayout, id: string, width: number | undefined): GridLayout {
  const { [id]: _, ...others } = layout.widths
  const kept = width === undefined ? {} : { [id]: Math.round(Math.min(widest, Math.max(narrowest, width))) }
  return { ...layout, widths: { ...others, ...kept } }
}

export interface Tracks {
  /** `grid-template-columns`. */
  readonly template: string
  /** Least width of a row, in px. */
  readonly width: number
  /** Left edge of each pinned column, in px. */
  readonly lefts: readonly number[]
}

/** Room of the columns, with `before` px (check boxes) at the left and `after` px (row actions) at the right. */
export function tracksOf(
  columns: readonly Proposed[],
  layout: GridLayout,
  before: number,
  after: number,
): Tracks {
  const lefts: number[] = []
  const parts = before > 0 ? [`${before}px`] : []
  // What is pinned behind a column has to know where that one ends.
  const lastPinned = columns.findLast(column => isPinned(column, layout))
  let width = before
  let grows = false
  for (const column of columns) {
    const own = widthOf(column, layout)
    const pinned = isPinned(column, layout)
    const mayGrow = !pinned || column === lastPinned
    const free = column.grows === true && mayGrow && layout.widths[column.id] === undefined
    if (pinned) lefts.push(width)
    parts.push(free ? `minmax(${own}px, 1fr)` : `${own}px`)
    grows ||= free
    width += own
  }
  parts.push(grows ? `${after}px` : `minmax(${after}px, 1fr)`)
  return { template: parts.join(' '), width: width + after, lefts }
}
