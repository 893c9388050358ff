import { IconChevronDown } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import classes from './FilterBar.module.css'

/** The button of a filter that opens something. */
export const ChipTarget = ({
  chosen,
  children,
  ...button
}: ComponentProps<'button'> & { readonly chosen: boolean }) => (
  <button type="button" {...button} className={classes.chip} data-chosen={chosen || undefined}>
    <span className={classes.word}>{children}</span>
    <IconChevronDown size={12} aria-hidden="true" />
  </button>
)
