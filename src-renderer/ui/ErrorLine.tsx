import type { ReactNode } from 'react'
import classes from './ErrorLine.module.css'
import { StatusGlyph } from './StatusGlyph.tsx'

/** What went wrong, beside what it is about: read out at once. */
export const ErrorLine = ({ children }: { children: ReactNode }) => (
  <p className={classes.error} role="alert">
    <StatusGlyph shape="alert" hue="red" />
    <span>{children}</span>
  </p>
)
