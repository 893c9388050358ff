import { memo } from 'react'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import type { Look } from '../../ui/status.ts'
import classes from './CheckPanels.module.css'

interface FindingProps extends Look {
  readonly title: string
  readonly foot: string
}

export const Finding = memo(function Finding({ shape, hue, title, foot }: FindingProps) {
  return (
    <li className={classes.finding}>
      <StatusGlyph shape={shape} hue={hue} />
      <div>
        <strong>{title}</strong>
        <p>{foot}</p>
      </div>
    </li>
  )
})
