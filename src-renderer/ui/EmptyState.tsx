import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

interface EmptyStateProps {
  readonly title: string
  readonly sentence: string
  /** The next step: one filled button, others beside it. */
  readonly children?: ReactNode
}

export const EmptyState = ({ title, sentence, children }: EmptyStateProps) => (
  <div className={classes.empty}>
    <h2 className={classes.title}>{title}</h2>
    <p className={classes.sentence}>{sentence}</p>
    {children && <div className={classes.ways}>{children}</div>}
  </div>
)
