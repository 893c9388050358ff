import { Link } from '@tanstack/react-router'
import { useWorkspaceLive } from '../../api/live.ts'
import { seconds } from '../../format/duration.ts'
import { count, milliseconds, ratio, share } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { Bar } from '../../ui/Bar.tsx'
import { healthText } from '../../ui/lines/health.ts'
import { useTrunkDay } from '../../ui/lines/use-trunk-day.ts'
import { Panel } from '../../ui/Panel.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { healthLooks } from '../../ui/status.ts'
import classes from './TrunkPanel.module.css'

const words = text.home.trunks
const nearCap = 0.9
/** Lines of this machine ring within milliseconds. */
const soon = (ms: number) => (ms < 100 ? milliseconds(ms) : seconds(ms))

export function TrunkPanel() {
  const trunks = useWorkspaceLive(live => live?.trunks) ?? []
  const day = useTrunkDay()
  const active = trunks.reduce((sum, trunk) => sum + trunk.activeCalls, 0)
  const channels = trunks.reduce((sum, trunk) => sum + trunk.maxCalls, 0)
  return (
    <Panel title={words.title} fact={trunks.length > 0 && words.fact(count(active), count(channels))} flush>
      {trunks.length === 0 && (
        <p className={classes.none}>
          {words.none}. <Link to="/trunks">{words.add}</Link>
        </p>
      )}
      <ul>
        {trunks.map(trunk => {
          const carried = day?.trunks.find(({ id }) => id === trunk.id)
          const used = ratio(trunk.activeCalls, trunk.maxCalls) ?? 0
          return (
            <li key={trunk.id} className={classes.trunk}>
              <StatusGlyph {...healthLooks[trunk.health.is]} />
              <span className={classes.who}>
                <Link to="/trunks" search={{ edit: trunk.id }} className={classes.name}>
                  {trunk.name}
                </Link>
                <span className={classes.health}>{healthText(trunk)}</span>
              </span>
              <span className="num">
                <strong>{count(trunk.activeCalls)}</strong>{' '}
                <span className={classes.of}>{words.of(count(trunk.maxCalls))}</span>
              </span>
              <span className={classes.foot}>
                <span className={classes.bar}>
                  <Bar share={used} tone={used > nearCap ? 'warn' : 'main'} />
                </span>
                {day && (
                  <span className={`${classes.carried} num`}>
                    {carried ? (
                      <>
                        <span title={words.answeredMeaning}>
                          {words.answered} <strong>{share(carried.answerRate, carried.ended)}</strong>
                        </span>
                        {carried.firstRingMs !== null && (
                          <span title={words.firstRingMeaning}>
                            {words.firstRing} <strong>{soon(carried.firstRingMs)}</strong>
                          </span>
                        )}
                      </>
                    ) : (
                      words.noCall
                    )}
                  </span>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
