import type { CSSProperties, ReactNode } from 'react'
import classes from './Columns.module.css'

interface ColumnsProps {
  /** What holds for all columns. */
  readonly top: ReactNode
  /** Shares of the room, left to right. */
  readonly shares: readonly [number, number, number]
  readonly left: ReactNode
  readonly middle: ReactNode
  readonly right: ReactNode
}

/** Three columns in the order of the questions; in less room the right one moves under the left. */
export const Columns = ({ top, shares, left, middle, right }: ColumnsProps) => (
  <div className={classes.record}>
    {top}
    <div
      className={classes.columns}
      style={{ '--shares': shares.map(share => `minmax(0, ${share}fr)`).join(' ') } as CSSProperties}
    >
      <div className={classes.column}>{left}</div>
      <div className={classes.column}>{middle}</div>
      <div className={classes.column}>{right}</div>
    </div>
  </div>
)
