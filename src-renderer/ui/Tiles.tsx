import { Tooltip } from '@mantine/core'
import { type CSSProperties, memo, type RefObject, useRef } from 'react'
import classes from './Tiles.module.css'
import type { Tile } from './tile.ts'

interface TilesProps {
  readonly label: string
  readonly tiles: readonly Tile[]
  readonly columns: number
}

const mostInOneRow = 6

/** Figures in one hairline grid, never in separate cards. */
export function Tiles({ label, tiles, columns }: TilesProps) {
  return (
    <section aria-label={label}>
      <dl
        className={classes.tiles}
        data-folds={columns > mostInOneRow || undefined}
        style={{ '--columns': columns, '--few': Math.ceil(columns / 2) } as CSSProperties}
      >
        {tiles.map(tile => (
          <OneTile key={tile.label} {...tile} />
        ))}
      </dl>
    </section>
  )
}

const OneTile = memo(function OneTile({ label, figure, unit, foot, meaning }: Tile) {
  const tile = useRef<HTMLDivElement>(null)
  return (
    <div className={classes.tile} ref={tile}>
      <dt className={classes.label}>{label}</dt>
      <dd className={`${classes.figure} num`}>
        {figure}
        {unit && <span className={classes.unit}> {unit}</span>}
      </dd>
      <dd className={classes.foot}>{foot}</dd>
      <Meaning of={tile} meaning={meaning} />
    </div>
  )
})

/** Beside the figure and not around it, so that a new figure does not draw it anew. */
const Meaning = memo(function Meaning({
  of,
  meaning,
}: {
  of: RefObject<HTMLDivElement | null>
  meaning: string
}) {
  return <Tooltip label={meaning} target={of} position="bottom-start" />
})
