import { memo } from 'react'
import classes from './Bar.module.css'

type Tone = 'main' | 'second' | 'rest' | 'failure' | 'warn' | 'quiet'

/** A share as a bar from zero; anything above nothing keeps 3 px. The number stands beside it. */
export const Bar = memo(function Bar({
  share,
  tone = 'main',
  height = 4,
}: {
  share: number
  tone?: Tone
  height?: number
}) {
  const width = Math.min(1, Math.max(0, share))
  return (
    <span className={classes.track} style={{ height }} aria-hidden="true">
      <span
        className={classes.fill}
        data-tone={tone}
        style={{ width: `${width * 100}%`, minWidth: width > 0 ? 3 : 0 }}
      />
    </span>
  )
})
