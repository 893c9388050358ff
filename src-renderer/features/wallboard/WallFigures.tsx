import { useWorkspaceLive } from '../../api/live.ts'
import { count, dash, ratio, share } from '../../format/number.ts'
import { weekdayOf } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import classes from './Wallboard.module.css'

const words = text.wallboard

/** Five figures of today. */
export function WallFigures() {
  const today = useWorkspaceLive(live => live?.today)
  const active = useWorkspaceLive(live => live?.activeCalls ?? 0)
  const most = useWorkspaceLive(live => live?.maxCalls ?? 0)
  const abandonment = useWorkspaceLive(live => live?.abandonment ?? null)
  if (!today) return null
  const { calls, weekAgo, people, goalsAchieved } = today
  const figures = [
    { label: words.active, figure: count(active), foot: words.activeOf(count(most)) },
    {
      label: words.calls,
      figure: count(calls),
      foot: words.callsFoot(count(weekAgo), weekdayOf(Date.now())),
    },
    { label: words.human, figure: share(ratio(people, calls), calls), foot: words.humanFoot(count(people)) },
    {
      label: words.goals,
      figure: count(goalsAchieved),
      foot: people === 0 ? words.none : words.goalsFoot(share(ratio(goalsAchieved, people), people)),
    },
    {
      label: words.abandoned,
      figure: abandonment?.answered ? share(abandonment.share) : dash,
      foot: abandonment ? words.abandonedFoot(share(abandonment.cap)) : words.abandonedNone,
    },
  ]
  return (
    <section aria-label={words.figures}>
      <dl className={classes.figures}>
        {figures.map(({ label, figure, foot }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={`${classes.figure} num`}>{figure}</dd>
            <dd className="num">{foot}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
