import type { ReactNode } from 'react'
import classes from './StepFoot.module.css'

interface StepFootProps {
  readonly back: ReactNode
  /** What need not worry: that a draft is kept, that calls go on. */
  readonly calm: ReactNode
  readonly next: ReactNode
}

/** Back and on, at the foot of work that goes step by step. */
export const StepFoot = ({ back, calm, next }: StepFootProps) => (
  <div className={classes.foot}>
    {back}
    <div className={classes.calm}>{calm}</div>
    {next}
  </div>
)
