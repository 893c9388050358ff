// biome-ignore-all lint/a11y/useSemanticElements: rows are laid out virtually, which the elements of a table cannot be
import { CloseButton } from '@mantine/core'
import {
  type CSSProperties,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { text } from '../../text/text.ts'
import { useRowHeight } from '../density.ts'
import { SkeletonRow, useLate } from '../Skeleton.tsx'
import type { SortState } from '../table-column.ts'
import classes from './Grid.module.css'
import { GridHead } from './GridHead.tsx'
import { GridLine } from './GridLine.tsx'
import type { GridColumn } from './grid-column.ts'
import { keepPlace, lastPlace } from './last-place.ts'
import { fitting, shownInOrder, tracksOf } from './layout.ts'
import { chosenCount } from './selection.ts'
import { useActiveRow } from './use-active-row.ts'
import { useFocusBack } from './use-focus-back.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { type GridSelection, useGridSelection } from './use-grid-selection.ts'
import { useLayout } from './use-layout.ts'
import { useRowWindow } from './use-row-window.ts'

const headHeight = 28
const checkWidth = 40
const skeletons = [0, 1, 2, 3, 4, 5, 6, 7]

interface GridProps<Row, Sort extends string> {
  readonly label: string
  /** Name under which the columns are remembered. */
  readonly table: string
  /** Stable between renders: rows are drawn again only when their own data changes. */
  readonly columns: readonly GridColumn<Row, Sort>[]
  readonly total: number
  /** `undefined` while this row is on its way. */
  readonly row: (index: number) => Row | undefined
  readonly rowKey: (row: Row) => number
  readonly rowName: (row: Row) => string
  /** px */
  readonly rowHeight?: number
  readonly sort?: SortState<Sort>
  readonly onSort?: (next: SortState<Sort>) => void
  readonly onOpen?: (row: Row) => void
  /** Rows in view, both inclusive. */
  readonly onRange?: (first: number, last: number) => void
  readonly selection?: GridSelection
  /** What single letters do with the active row. */
  readonly rowActs?: Readonly<Record<string, (row: Row) => void>>
  /** Space shows it at the side, of the active row; stable between renders. */
  readonly preview?: (row: Row) => ReactNode
  /** At the right end of the row under the pointer and of the active one; stable between renders. */
  readonly acts?: (row: Row) => ReactNode
  /** px */
  readonly actsWidth?: number
  readonly loading?: boolean
  /** Another list from here on: it is shown from its first row. */
  readonly listKey: string
  /** Stands under the head when there is no row. */
  readonly empty: ReactNode
}

/** A full-bleed table of any length that draws only the rows in view; see `use-row-window.ts` and `use-pages.ts`. */
export function Grid<Row, Sort extends string>(props: GridProps<Row, Sort>) {
  const { label, table, total, row, rowKey, sort, onSort, onOpen, onRange } = props
  const rowHeight = useRowHeight(props.rowHeight ?? 28)
  const { selection, rowActs = {}, preview, acts, actsWidth = 12, loading = false, listKey, empty } = props
  const id = useId()
  const layout = useLayout(table)
  const { order, shown, pinned, widths } = layout
  const view = useRowWindow(total, rowHeight, headHeight)
  const before = selection ? checkWidth : 0
  const columns = useMemo(
    () =>
      fitting(
        shownInOrder(props.columns, { order, shown, pinned }),
        { shown, widths },
        view.room,
        before + actsWidth,
      ),
    [props.columns, order, shown, pinned, widths, view.room, before, actsWidth],
  )
  const { template, width, lefts } = tracksOf(columns, layout, before, actsWidth)
  const leftsKey = lefts.join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same edges are the same array, so that rows are not drawn again
  const edges = useMemo(() => lefts, [leftsKey])

  const { first, last, show, goTo, topNow } = view
  useEffect(() => onRange?.(first, last), [onRange, first, last])
  const [active, setActive] = useState(0)
  const [under, setUnder] = useState<number>()
  const [aside, setAside] = useState(false)
  const [previewing, setPreviewing] = useState(false)
  const latestActive = useRef(active)
  latestActive.current = active
  const list = `${table} ${listKey}`
  useEffect(() => {
    const place = lastPlace(list)
    setActive(place?.active ?? 0)
    queueMicrotask(() => goTo(place?.top ?? 0))
    return () => keepPlace(list, { top: topNow(), active: latestActive.current })
  }, [list, goTo, topNow])

  const chosen = useGridSelection(selection, row, rowKey)
  const size = chosenCount(chosen.value, total)
  const keyAt = (index: number) => {
    const at = row(index)
    return at && rowKey(at)
  }
  const asked = { list, index: Math.min(active, Math.max(0, total - 1)) }
  const here = useActiveRow(asked, keyAt, view, setActive)
  const onActive = (act: ((row: Row) => void) | undefined) => () => {
    const at = row(here)
    if (at !== undefined) act?.(at)
  }
  const go = useCallback(
    (index: number) => {
      if (total === 0) return
      const next = Math.min(total - 1, Math.max(0, index))
      setActive(next)
      show(next)
      view.scroller.current?.focus({ preventScroll: true })
    },
    [total, show, view.scroller],
  )
  const closePreview = () => {
    setPreviewing(false)
    view.scroller.current?.focus({ preventScroll: true })
  }
  const onKeyDown = useGridKeys({
    total,
    perPage: view.perPage,
    active: here,
    go,
    open: onActive(onOpen),
    select: (index, extend) => chosen.select(Math.min(Math.max(0, index), total - 1), extend, here),
    selectAll: chosen.all,
    preview: preview && (() => setPreviewing(!previewing)),
    clear: previewing ? closePreview : size > 0 ? chosen.clear : undefined,
    acts: Object.fromEntries(Object.entries(rowActs).map(([key, act]) => [key, onActive(act)])),
  })

  const onClick = (event: MouseEvent) => {
    const at = indexAt(event.target)
    if (at === undefined) return
    setActive(at)
    if (event.target instanceof Element && event.target.closest('a, button, [role=menu]')) return
    const check = event.target instanceof Element && event.target.closest(`.${classes.check}`)
    if (selection && (check || event.shiftKey || event.ctrlKey || event.metaKey)) {
      chosen.select(at, event.shiftKey, here)
      // A check box would keep the keys for itself.
      view.scroller.current?.focus({ preventScroll: true })
    } else if (!previewing) {
      const pressed = row(at)
      if (pressed !== undefined) onOpen?.(pressed)
    }
  }
  const late = useLate(loading)
  useFocusBack(view.scroller, size)
  const latestToggle = useRef(chosen.all)
  latestToggle.current = size === 0 ? chosen.all : chosen.clear
  const toggleAll = useCallback(() => latestToggle.current(), [])
  const lineId = (index: number) => `${id}${index}`
  const previewed = previewing ? row(here) : undefined
  return (
    <div className={classes.frame}>
      <div className={classes.pane}>
        <div
          ref={view.scroller}
          role="grid"
          tabIndex={0}
          aria-label={label}
          aria-rowcount={total + 1}
          aria-colcount={columns.length + (selection ? 2 : 1)}
          aria-multiselectable={selection !== undefined}
          aria-busy={loading}
          aria-activedescendant={here >= view.base && here < view.end ? lineId(here) : undefined}
          className={classes.grid}
          data-aside={aside || undefined}
          style={{ '--tracks': template, '--row-width': `${width}px` } as CSSProperties}
          onKeyDown={onKeyDown}
          onScroll={event => setAside(event.currentTarget.scrollLeft > 0)}
          onMouseDown={event => event.shiftKey && event.preventDefault()}
        >
          <GridHead
            table={table}
            all={props.columns}
            columns={columns}
            lefts={edges}
            sort={sort}
            onSort={onSort}
            chosen={selection && (size === 0 ? 'none' : size === total ? 'all' : 'some')}
            onToggleAll={toggleAll}
          />
          <div role="presentation" className={classes.space} style={{ height: view.space }}>
            <div
              role="presentation"
              className={classes.layer}
              style={{ height: Math.min(view.view, view.space) }}
            >
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys */}
              <div
                role="rowgroup"
                ref={view.rows}
                className={classes.rows}
                onClick={onClick}
                onPointerMove={(event: PointerEvent) => setUnder(indexAt(event.target))}
                onPointerLeave={() => setUnder(undefined)}
              >
                {Array.from({ length: Math.max(0, view.end - view.base) }, (_, step) => {
                  const index = view.base + step
                  const shownRow = row(index)
                  return (
                    <GridLine
                      key={index}
                      id={lineId(index)}
                      index={index}
                      height={rowHeight}
                      columns={columns as readonly GridColumn<unknown>[]}
                      lefts={edges}
                      row={shownRow}
                      selectable={selection !== undefined}
                      chosen={chosen.has(shownRow)}
                      active={index === here}
                      opens={onOpen !== undefined}
                      rowName={props.rowName as (row: unknown) => string}
                      acts={
                        index === under || index === here ? (acts as (row: unknown) => ReactNode) : undefined
                      }
                    />
                  )
                })}
              </div>
            </div>
          </div>
        </div>
        {total === 0 && (late || !loading) && (
          <div className={classes.instead}>
            {loading ? skeletons.map(place => <SkeletonRow key={place} height={rowHeight} />) : empty}
          </div>
        )}
      </div>
      {previewing && total > 0 && (
        <aside className={classes.preview} aria-label={text.grid.preview}>
          <CloseButton
            className={classes.closePreview ?? ''}
            aria-label={text.shell.close}
            onClick={closePreview}
          />
          {previewed !== undefined && preview?.(previewed)}
        </aside>
      )}
    </div>
  )
}

/** The row that something lies in. */
function indexAt(target: EventTarget): number | undefined {
  const line = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return line ? Number(line.dataset.index) : undefined
}
