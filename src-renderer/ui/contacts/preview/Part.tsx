import type { ReactNode } from 'react'
import classes from './ContactPreview.module.css'

interface PartProps {
  readonly title: string
  /** Stands there instead of an empty list. */
  readonly none: string
  readonly children: readonly ReactNode[]
}

export const Part = ({ title, none, children }: PartProps) => (
  <section className={classes.part}>
    <h3>{title}</h3>
    {children.length === 0 ? <p>{none}</p> : <ul>{children}</ul>}
  </section>
)
