import type { ReactNode } from 'react'
import classes from './Panels.module.css'

/** Panels one below the other in a tab, which scrolls as a page of its own. */
export const Panels = ({ dense = false, children }: { dense?: boolean; children: ReactNode }) => (
  <div className={classes.panels} data-dense={dense || undefined}>
    {children}
  </div>
)
