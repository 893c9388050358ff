import { text } from '../../text/text.ts'
import classes from './Level.module.css'
import { useLevels } from './listening.ts'

const words = text.listen
const bars = [0.01, 0.03, 0.08, 0.2, 0.5] as const

/** How loud one side of the call is now. */
export function Level({ side }: { side: 'caller' | 'agent' }) {
  const lit = useLevels(levels => bars.filter(bar => levels[side] >= bar).length)
  return (
    // biome-ignore lint/a11y/useSemanticElements: the element draws one bar of its own
    <span
      className={classes.level}
      role="meter"
      aria-label={words.levelOf(words[side])}
      aria-valuemin={0}
      aria-valuemax={bars.length}
      aria-valuenow={lit}
    >
      {bars.map((bar, at) => (
        <span key={bar} data-lit={at < lit || undefined} />
      ))}
    </span>
  )
}
