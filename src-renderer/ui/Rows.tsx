import type { ReactNode } from 'react'
import classes from './Rows.module.css'

interface RowProps {
  /** When it was, at the left. */
  readonly time?: ReactNode
  readonly mark?: ReactNode
  /** A short word at the right. */
  readonly side?: ReactNode
  readonly act?: ReactNode
  /** What it says; `small` becomes a second line. */
  readonly children: ReactNode
}

/** One line of a list in a panel without inner margin. */
export const Row = ({ time, mark, side, act, children }: RowProps) => (
  <li className={classes.row}>
    {time !== undefined && <span className={`${classes.time} num`}>{time}</span>}
    {mark}
    <span className={classes.main}>{children}</span>
    {side !== undefined && <span className={classes.side}>{side}</span>}
    {act}
  </li>
)

/** Stands where there is no row. */
export const NoRows = ({ children }: { children: ReactNode }) => <p className={classes.none}>{children}</p>
