import { useLayoutEffect, useRef } from 'react'

interface Place {
  /** Another sorting or filter is another list. */
  readonly list: string
  readonly index: number
}

/** The row that keys act on, as it was last drawn. */
interface ActiveRow extends Place {
  readonly key: number
}

/** `undefined` while a row is on its way. */
type KeyAt = (index: number) => number | undefined

/**
 * Where the active row stands after the rows of its list moved, such as by calls that ended: keys go on to act on the same
 * one. `now.index` where another row was made active, or where it is not among the rows drawn, `from` to `end` (excluded).
 */
export function activeIndex(
  was: ActiveRow | undefined,
  now: Place,
  keyAt: KeyAt,
  from: number,
  end: number,
): number {
  const key = keyAt(now.index)
  const hasNotMoved = was?.list !== now.list || was.index !== now.index || key === was.key
  if (hasNotMoved || key === undefined) return now.index
  for (let index = from; index < end; index += 1) if (keyAt(index) === was.key) return index
  return now.index
}

/** Index of the active row now; `onMoved` hears where its list moved it to. */
export function useActiveRow(
  { list, index }: Place,
  keyAt: KeyAt,
  { base, end }: { readonly base: number; readonly end: number },
  onMoved: (index: number) => void,
): number {
  const drawn = useRef<ActiveRow>(undefined)
  const here = activeIndex(drawn.current, { list, index }, keyAt, base, end)
  const key = keyAt(here)
  useLayoutEffect(() => {
    if (here !== index) onMoved(here)
    if (key !== undefined) drawn.current = { list, index: here, key }
    else if (drawn.current?.index !== here) drawn.current = undefined
  }, [list, index, here, key, onMoved])
  return here
}
