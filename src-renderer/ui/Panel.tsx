import { type ReactNode, useId } from 'react'
import classes from './Panel.module.css'

interface PanelProps {
  readonly title: string
  readonly fact?: ReactNode
  readonly aside?: ReactNode
  /** Leaves out the inner margin, for tables and lists that reach the edges. */
  readonly flush?: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
}

export function Panel({ title, fact, aside, flush = false, className, children }: PanelProps) {
  const id = useId()
  return (
    <section className={`${classes.panel} ${className ?? ''}`} aria-labelledby={id}>
      <div className={flush ? classes.headFlush : classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {fact && <span className={classes.fact}>{fact}</span>}
        {aside && <span className={classes.aside}>{aside}</span>}
      </div>
      <div className={flush ? classes.flush : classes.body}>{children}</div>
    </section>
  )
}
