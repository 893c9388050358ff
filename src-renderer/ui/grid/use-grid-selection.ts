import { useRef } from 'react'
import { text } from '../../text/text.ts'
import { sayRefusal, sayTrouble } from '../say.tsx'
import { everyRow, isChosen, noRows, type Selection, withRows, withToggled } from './selection.ts'

export interface GridSelection {
  readonly value: Selection
  readonly onChange: (next: Selection) => void
  /** Keys of the rows [first, last], also of those that were never in view. */
  readonly keysBetween: (first: number, last: number) => Promise<readonly number[]>
}

/** An action on rows chosen one by one takes no more of them; all that match is another matter. */
const mostOneByOne = 10_000

const isTooMany = (next: Selection) => (next.is === 'some' ? next.keys : next.except).size > mostOneByOne

const sayTooMany = () => sayTrouble(text.grid.tooMany(mostOneByOne))

/** How rows get chosen: one, from the last one to this one, all. */
export function useGridSelection<Row>(
  selection: GridSelection | undefined,
  row: (index: number) => Row | undefined,
  rowKey: (row: Row) => number,
) {
  const anchor = useRef<number>(undefined)
  const latest = useRef(selection)
  latest.current = selection
  const value = selection?.value ?? noRows

  const choose = (next: Selection) => (isTooMany(next) ? sayTooMany() : latest.current?.onChange(next))

  const extend = async (from: number, to: number) => {
    if (Math.abs(to - from) >= mostOneByOne) return sayTooMany()
    try {
      const keys = await selection?.keysBetween(Math.min(from, to), Math.max(from, to))
      if (keys && latest.current) choose(withRows(latest.current.value, keys))
    } catch (error) {
      sayRefusal(error, text.grid.notSelected)
    }
  }
  return {
    value,
    select(index: number, extended: boolean, active: number) {
      const shown = row(index)
      if (!selection || shown === undefined) return
      const from = anchor.current ?? active
      if (extended) return void extend(from, index)
      anchor.current = index
      choose(withToggled(value, rowKey(shown)))
    },
    all: () => selection?.onChange(everyRow),
    clear() {
      anchor.current = undefined
      selection?.onChange(noRows)
    },
    has: (shown: Row | undefined) => shown !== undefined && isChosen(value, rowKey(shown)),
  }
}
