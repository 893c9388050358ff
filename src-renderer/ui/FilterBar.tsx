import type { ReactNode } from 'react'
import { count } from '../format/number.ts'
import classes from './FilterBar.module.css'
import { StatusGlyph } from './StatusGlyph.tsx'
import type { Look } from './status.ts'

/** The bar over a full-bleed table; what stands in `right` is a fact about the list. */
export const FilterBar = ({ children, right }: { children: ReactNode; right?: ReactNode }) => (
  <div className={classes.bar}>
    {children}
    {right && <span className={classes.right}>{right}</span>}
  </div>
)

interface FilterChipProps {
  readonly look?: Look
  readonly word: string
  readonly cases?: number
  readonly chosen: boolean
  readonly onChoose: () => void
}

export const FilterChip = ({ look, word, cases, chosen, onChoose }: FilterChipProps) => (
  <button type="button" className={classes.chip} aria-pressed={chosen} onClick={onChoose}>
    {look && <StatusGlyph {...look} />}
    {word}
    {cases !== undefined && <span className={`${classes.count} num`}>{count(cases)}</span>}
  </button>
)

export const TableFoot = ({ children, right }: { children: ReactNode; right?: ReactNode }) => (
  <div className={classes.foot}>
    <span className="num">{children}</span>
    {right && <span className={classes.right}>{right}</span>}
  </div>
)
