import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { heights, type Scrolled, scrolledBy, scrolledTo, topToShow } from './scroll-scale.ts'

/** Rows beyond both ends of the view that are drawn ahead: one more than can be seen in part. */
const ahead = 2
const restMs = 160

/**
 * Which rows are drawn, and where. They stand in a layer that sticks to the view, so that the browser can never show a
 * part of the table that was not drawn yet, however fast the bar is pulled.
 */
export function useRowWindow(total: number, rowHeight: number, headHeight: number) {
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useRef<HTMLDivElement>(null)
  const at = useRef<Scrolled>({ bar: 0, top: 0 })
  const [view, setView] = useState(0)
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY)
  const [first, setFirst] = useState(0)
  const base = Math.max(0, first - ahead)
  const latest = useRef({ total, view, base })
  latest.current = { total, view, base }

  const place = useCallback(() => {
    const shift = latest.current.base * rowHeight - at.current.top
    if (rows.current) rows.current.style.transform = `translateY(${shift}px)`
  }, [rowHeight])

  /** Takes the bar along where it stands elsewhere, draws the rows that came into view, and moves them in place. */
  const settle = useCallback(
    (next: Scrolled) => {
      at.current = next
      const box = scroller.current
      if (box && Math.abs(box.scrollTop - next.bar) > 1) {
        box.scrollTop = next.bar
        at.current = { ...next, bar: box.scrollTop }
      }
      const now = Math.floor(at.current.top / rowHeight)
      flushSync(() => setFirst(now))
      place()
    },
    [rowHeight, place],
  )

  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return
    const measure = () => {
      setView(Math.max(0, box.clientHeight - headHeight))
      setRoom(box.clientWidth)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [headHeight])

  useEffect(() => {
    const box = scroller.current
    if (!box) return
    let rest: ReturnType<typeof setTimeout> | undefined
    const onScroll = () => {
      const of = heights(latest.current.total, rowHeight, latest.current.view)
      if (box.scrollTop !== at.current.bar) settle(scrolledBy(at.current, box.scrollTop, of))
      clearTimeout(rest)
      rest = setTimeout(() => settle(scrolledTo(at.current.top, of)), restMs)
    }
    box.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(rest)
      box.removeEventListener('scroll', onScroll)
    }
  }, [rowHeight, settle])

  // Fewer rows than before, or another height of the window: what is in view may lie beyond the end.
  useLayoutEffect(() => {
    const next = scrolledTo(at.current.top, heights(total, rowHeight, view))
    at.current = next
    if (scroller.current) scroller.current.scrollTop = next.bar
    setFirst(Math.floor(next.top / rowHeight))
  }, [total, rowHeight, view])

  useLayoutEffect(place)

  const show = useCallback(
    (index: number) => {
      const { total: all, view: seen } = latest.current
      const top = topToShow(index, rowHeight, at.current.top, seen)
      if (top !== at.current.top) settle(scrolledTo(top, heights(all, rowHeight, seen)))
    },
    [rowHeight, settle],
  )

  const goTo = useCallback(
    (top: number) => {
      const { total: all, view: seen } = latest.current
      settle(scrolledTo(top, heights(all, rowHeight, seen)))
    },
    [rowHeight, settle],
  )
  const topNow = useCallback(() => at.current.top, [])
  const inView = Math.max(1, Math.ceil(view / rowHeight))
  return {
    scroller,
    rows,
    show,
    /** To a place in px from the first row. */
    goTo,
    topNow,
    /** px */
    view,
    /** Width of the table, in px. */
    room,
    /** px */
    space: heights(total, rowHeight, view).space,
    /** Rows that are drawn: [base, end). */
    base,
    end: Math.min(total, first + inView + ahead),
    /** Rows in view, both inclusive. */
    first,
    last: Math.max(0, Math.min(total - 1, first + inView - 1)),
    perPage: Math.max(1, Math.floor(view / rowHeight) - 1),
  }
}
