import { useConnection } from '../api/connection.ts'
import { clockSeconds } from '../format/time.ts'
import { text } from '../text/text.ts'
import { StatusGlyph } from '../ui/StatusGlyph.tsx'
import classes from './ConnectionStrip.module.css'

const triesBeforeAdvice = 4

/** Says how old the figures are while the engine cannot be reached. */
export function ConnectionStrip() {
  const connection = useConnection()
  return (
    <div role="status">
      {connection.is === 'lost' && (
        <p className={classes.strip}>
          <StatusGlyph shape="triangle" hue="yellow" />
          {text.shell.lost(clockSeconds(connection.since))}
          {connection.tries >= triesBeforeAdvice && (
            <span className={classes.more}>{text.shell.lostLong}</span>
          )}
        </p>
      )}
    </div>
  )
}
