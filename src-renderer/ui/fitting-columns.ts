import type { Column } from './table-column.ts'

/** Left and right of the first and last cell. */
const edgesPx = 24

type Sized = Pick<Column<never>, 'width' | 'wideOnly'>

const leastOf = ({ width }: Sized) => Number(/(\d+)px/.exec(width)?.[1] ?? 0)

/** Those of `columns` that find their least width in `roomPx`: of the columns for wide windows the last ones go first. */
export function fittingColumns<C extends Sized>(columns: readonly C[], roomPx: number): readonly C[] {
  let needed = columns.reduce((sum, column) => sum + leastOf(column), edgesPx)
  const left = columns.toReversed().filter(column => {
    const goes = needed > roomPx && column.wideOnly === true
    if (goes) needed -= leastOf(column)
    return !goes
  })
  return left.toReversed()
}
