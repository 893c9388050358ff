import { useWorkspaceLive } from '../../api/live.ts'
import { count } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { healthText } from '../../ui/lines/health.ts'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { healthLooks } from '../../ui/status.ts'
import classes from './Wallboard.module.css'

const words = text.wallboard
const mostShown = 4

/** The lines that carry it all, as a foot. */
export function WallTrunks() {
  const trunks = useWorkspaceLive(live => live?.trunks) ?? []
  return (
    <section aria-label={words.trunks}>
      <ul className={classes.trunks}>
        {trunks.slice(0, mostShown).map(trunk => (
          <li key={trunk.id}>
            <StatusGlyph {...healthLooks[trunk.health.is]} size={20} />
            <span className={classes.trunk}>
              <strong>{trunk.name}</strong>
              <span>{healthText(trunk)}</span>
            </span>
            <span className={`${classes.big} num`}>
              <strong>{count(trunk.activeCalls)}</strong> {words.of(count(trunk.maxCalls))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
