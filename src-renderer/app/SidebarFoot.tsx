import { useConnection } from '../api/connection.ts'
import { useWorkspaceLive } from '../api/live.ts'
import { clockSeconds, day } from '../format/time.ts'
import { zoneName } from '../format/zone.ts'
import { text } from '../text/text.ts'
import { useNow } from '../ui/now.ts'
import { StatusGlyph } from '../ui/StatusGlyph.tsx'
import { engineHealth, engineLooks } from '../ui/status.ts'
import classes from './SidebarFoot.module.css'

/** Engine, calls, trunks and the clock with its zone. */
export function SidebarFoot() {
  const state = useWorkspaceLive(live => live && engineHealth(live.engine))
  const calls = useWorkspaceLive(live => live?.activeCalls ?? 0)
  const trunks = useWorkspaceLive(live => live?.trunks)
  const zone = useWorkspaceLive(live => live?.zone)
  const open = useConnection(connection => connection.is === 'open')
  const known = open && state !== undefined
  const up = trunks?.filter(trunk => trunk.health.is === 'up').length ?? 0
  return (
    <div className={classes.foot}>
      <p className={classes.state}>
        <StatusGlyph {...(known ? engineLooks[state] : { shape: 'dashed-ring', hue: 'gray' })} />
        <span className={classes.word}>{known ? text.shell.engine[state] : text.shell.engineUnknown}</span>
      </p>
      {known && <p className={classes.fact}>{text.shell.foot(calls, up, trunks?.length ?? 0)}</p>}
      {zone && (
        <p className={`${classes.fact} num`}>
          <Clock zone={zone} />
        </p>
      )}
    </div>
  )
}

function Clock({ zone }: { zone: string }) {
  const now = useNow()
  return `${day(now)}, ${clockSeconds(now)} ${zoneName(zone)}`
}
