import type { TrunkDay, WorkspaceLive } from '../../../src-main/contract/workspace.ts'
import { useWorkspaceLive } from '../../api/live.ts'
import { count, share } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { healthText } from '../../ui/lines/health.ts'
import { useTrunkDay } from '../../ui/lines/use-trunk-day.ts'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { healthLooks } from '../../ui/status.ts'
import classes from './Wallboard.module.css'

const words = text.wallboard
const mostShown = 4

type Trunk = WorkspaceLive['trunks'][number]

const troubledFirst = { down: 0, unknown: 1, up: 2 } as const

/** The lines that carry it all, as a foot: those in trouble first, those without room in one sum. */
export function WallTrunks() {
  const all = useWorkspaceLive(live => live?.trunks) ?? []
  const day = useTrunkDay()
  const carriedBy = (id: number) => day?.trunks.find(trunk => trunk.id === id)
  const trunks = all.toSorted((a, b) => troubledFirst[a.health.is] - troubledFirst[b.health.is])
  const shown = trunks.slice(0, trunks.length > mostShown ? mostShown - 1 : mostShown)
  const others = trunks.slice(shown.length)
  if (trunks.length === 0) return null
  return (
    <section aria-label={words.trunks}>
      <ul className={classes.trunks}>
        {shown.map(trunk => (
          <li key={trunk.id}>
            <StatusGlyph {...healthLooks[trunk.health.is]} size={20} />
            <span className={classes.trunk}>
              <strong>{trunk.name}</strong>
              <span className="num">{saysOf(trunk, carriedBy(trunk.id))}</span>
            </span>
            <span className={`${classes.big} num`}>
              <strong>{count(trunk.activeCalls)}</strong> {words.of(count(trunk.maxCalls))}
            </span>
          </li>
        ))}
        {others.length > 0 && (
          <li>
            <StatusGlyph {...healthLooks[others[0]?.health.is ?? 'unknown']} size={20} />
            <span className={classes.trunk}>
              <strong>{words.moreTrunks(others.length)}</strong>
              <span>{words.down(others.filter(({ health }) => health.is === 'down').length)}</span>
            </span>
            <span className={`${classes.big} num`}>
              <strong>{count(others.reduce((sum, { activeCalls }) => sum + activeCalls, 0))}</strong>{' '}
              {words.of(count(others.reduce((sum, { maxCalls }) => sum + maxCalls, 0)))}
            </span>
          </li>
        )}
      </ul>
    </section>
  )
}

/** How it stands; while all is well, what it carried today. */
const saysOf = (trunk: Trunk, carried: TrunkDay['trunks'][number] | undefined) =>
  trunk.health.is === 'up' && carried !== undefined
    ? words.answered(share(carried.answerRate, carried.ended))
    : healthText(trunk)
