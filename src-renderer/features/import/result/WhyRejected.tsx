import { count, ratio } from '../../../format/number.ts'
import { text } from '../../../text/text.ts'
import { Bar } from '../../../ui/Bar.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import classes from './result.module.css'

const words = text.imports.rejected

interface WhyRejectedProps {
  /** Most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly rows: number }[]
  readonly rejected: number
}

export const WhyRejected = ({ reasons, rejected }: WhyRejectedProps) => (
  <Panel title={words.why} fact={words.whyFact(rejected)}>
    <ul className={classes.facts}>
      {reasons.map(({ reason, rows }) => (
        <li key={reason} className={classes.barred}>
          <span>{text.told(reason)}</span>
          <Bar share={ratio(rows, reasons[0]?.rows ?? rows) ?? 0} tone="rest" height={10} />
          <strong className="num">{count(rows)}</strong>
        </li>
      ))}
    </ul>
  </Panel>
)
