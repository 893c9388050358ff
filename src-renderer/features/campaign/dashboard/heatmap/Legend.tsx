import { text } from '../../../../text/text.ts'
import { rateSteps } from './cells.ts'
import classes from './Heatmap.module.css'
import type { HeatFigure } from './view.ts'

const words = text.heatmap

/** The scale, and what the marks mean. */
export const Legend = ({ show }: { show: HeatFigure }) => (
  <p className={classes.legend}>
    <span>
      {show === 'rate' ? words.few : words.fewer}
      <i className={classes.scale} aria-hidden="true">
        {rateSteps.map((from, step) => (
          <i key={from} style={{ background: `var(--heat${step})` }} />
        ))}
      </i>
      {show === 'rate' ? words.many : words.more}
    </span>
    {show === 'rate' && (
      <span>
        <i className={classes.unsure} aria-hidden="true" />
        {words.unsure}
      </span>
    )}
    <span>
      <i className={classes.now} aria-hidden="true" />
      {words.now}
    </span>
  </p>
)
