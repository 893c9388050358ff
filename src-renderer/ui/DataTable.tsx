// biome-ignore-all lint/a11y/useSemanticElements: rows are laid out virtually, which the elements of a table cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: one row at a time takes the focus, as in every list of the application
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import classes from './DataTable.module.css'
import { useRowHeight } from './density.ts'
import { fittingColumns } from './fitting-columns.ts'
import { SkeletonRow, useLate } from './Skeleton.tsx'
import { TableHead } from './TableHead.tsx'
import { TableLine } from './TableLine.tsx'
import type { Column, SortState } from './table-column.ts'
import { useKeys } from './use-keys.ts'
import { useOneRowInTabs } from './use-one-row-in-tabs.ts'

const skeletons = [0, 1, 2, 3, 4, 5, 6, 7]
/** The head lies over the place of the last row in view; with its line. */
const headHeight = 29

interface DataTableProps<Row, Sort extends string> {
  readonly label: string
  /** Stable between renders: rows are redrawn only when their own data changes. */
  readonly columns: readonly Column<Row, Sort>[]
  readonly total: number
  /** `undefined` while this row is on its way. */
  readonly row: (index: number) => Row | undefined
  readonly rowKey: (row: Row) => number
  readonly rowHeight: number
  readonly minWidth: number
  readonly onOpen?: (row: Row) => void
  /** What single letters do with the row in focus. */
  readonly rowActs?: Readonly<Record<string, (row: Row) => void>>
  readonly sort?: SortState<Sort>
  readonly onSort?: (next: SortState<Sort>) => void
  /** Rows in view, for paged sources. */
  readonly onRange?: (first: number, last: number) => void
  readonly loading?: boolean
  /** Stands under the head when there is no row. */
  readonly empty: ReactNode
}

/** A full-bleed table that draws only the rows in view; arrows, J and K lead to the active row and move, Enter opens. */
export function DataTable<Row, Sort extends string>(props: DataTableProps<Row, Sort>) {
  const { label, total, row, rowKey, minWidth, onOpen, sort, onSort, onRange, loading, empty } = props
  const { rowActs = {} } = props
  const rowHeight = useRowHeight(props.rowHeight)
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const roomPx = useRoom(scroller)
  const columns = useMemo(() => fittingColumns(props.columns, roomPx), [props.columns, roomPx])
  const latestOpen = useRef(onOpen)
  latestOpen.current = onOpen
  /** The same function for every row and every render, so that unchanged rows are not drawn again. */
  const open = useCallback((chosen: unknown) => latestOpen.current?.(chosen as Row), [])
  const late = useLate(loading === true)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  })
  const items = virtual.getVirtualItems()
  const first = virtual.range?.startIndex ?? 0
  const below = (virtual.scrollOffset ?? 0) + (virtual.scrollRect?.height ?? 0) - headHeight
  const last = Math.max(first, Math.min(virtual.range?.endIndex ?? 0, Math.ceil(below / rowHeight) - 1))
  useEffect(() => onRange?.(first, last), [onRange, first, last])

  useOneRowInTabs(scroller, Math.min(active, total - 1))
  // Rows that come and go above the one in focus move it: it stays the active one.
  useLayoutEffect(() => {
    const now = indexInFocus(scroller.current)
    if (now !== undefined) setActive(now)
  })

  const move = useCallback(
    (step: number) => {
      if (total === 0) return
      const isOnRow = indexInFocus(scroller.current) !== undefined
      const next = Math.min(total - 1, Math.max(0, active + (isOnRow ? step : 0)))
      setActive(next)
      virtual.scrollToIndex(next)
      const focusNext = () => {
        const line = scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)
        line?.focus({ preventScroll: true })
        return line
      }
      // At once, for the key that follows; a row out of view is drawn first.
      if (!focusNext()) requestAnimationFrame(focusNext)
    },
    [active, total, virtual],
  )
  /** Only with the row that is seen to have the focus: the one in its place may be another by now. */
  const onRow = (act: (row: Row) => void) => () => {
    const index = indexInFocus(scroller.current)
    const chosen = index === undefined ? undefined : row(index)
    if (chosen) act(chosen)
  }
  useKeys({
    ...Object.fromEntries(Object.entries(rowActs).map(([key, act]) => [key, onRow(act)])),
    j: () => move(1),
    k: () => move(-1),
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.index === undefined) return
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 15,
      PageUp: -15,
      Home: -total,
      End: total,
    }
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      move(step)
    } else if (event.key === 'Enter' && onOpen) onRow(onOpen)()
  }

  const tracks = columns.map(column => column.width).join(' ')
  return (
    <div className={classes.scroller} ref={scroller}>
      <div
        role="table"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-busy={loading === true}
        className={classes.table}
        style={{ minWidth }}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={classes.head}>
          <div
            role="row"
            aria-rowindex={1}
            className={classes.headRow}
            style={{ gridTemplateColumns: tracks }}
          >
            {columns.map(column => (
              <TableHead
                key={column.id}
                column={column}
                {...(sort && { sort })}
                {...(onSort && { onSort })}
              />
            ))}
          </div>
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {items.map(item => {
            const shown = row(item.index)
            return (
              <TableLine
                key={shown === undefined ? `waiting ${item.index}` : rowKey(shown)}
                index={item.index}
                top={item.start}
                height={rowHeight}
                tracks={tracks}
                columns={columns as readonly Column<unknown>[]}
                row={shown}
                focusable={item.index === Math.min(active, total - 1)}
                onFocus={setActive}
                onOpen={onOpen && open}
              />
            )
          })}
        </div>
      </div>
      {total === 0 && late && skeletons.map(place => <SkeletonRow key={place} height={rowHeight} />)}
      {total === 0 && !loading && empty}
    </div>
  )
}

/** Of the row that has the focus, itself or something in it. */
function indexInFocus(table: HTMLElement | null): number | undefined {
  const focused = document.activeElement
  if (!table?.contains(focused)) return undefined
  const index = focused?.closest<HTMLElement>('[data-index]')?.dataset.index
  return index === undefined ? undefined : Number(index)
}

/** Width of what is seen of the table; known before it is first painted. */
function useRoom(scroller: RefObject<HTMLElement | null>): number {
  const [roomPx, setRoomPx] = useState(Number.POSITIVE_INFINITY)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = () => setRoomPx(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])
  return roomPx
}
