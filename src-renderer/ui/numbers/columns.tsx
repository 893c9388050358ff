import type { NumberRow } from '../../../src-main/contract/numbers.ts'
import { count, share } from '../../format/number.ts'
import { phone } from '../../format/phone.ts'
import { text } from '../../text/text.ts'
import { Bar } from '../Bar.tsx'
import { Phone } from '../Phone.tsx'
import type { Column } from '../table-column.ts'
import classes from './columns.module.css'
import { NumberStatus } from './NumberStatus.tsx'
import { ScoreChip } from './ScoreChip.tsx'
import { Sparkline } from './Sparkline.tsx'

const words = text.rotation
/** From here on a bar says in its colour that the cap is near. */
const nearCap = 0.9

/** What a caller ID is, does and is worth: the same in the workspace and in each campaign. */
export const numberColumns = <Row extends NumberRow>(limit?: number): readonly Column<Row>[] => [
  {
    id: 'number',
    head: words.columns.number,
    width: 'minmax(264px, 1.5fr)',
    cell: ({ number, country, name }) => (
      <span className={classes.number}>
        <strong>
          <Phone number={number} country={country} />
        </strong>
        <span>{name}</span>
      </span>
    ),
  },
  {
    id: 'status',
    head: words.columns.status,
    width: 'minmax(170px, 1fr)',
    cell: row => <NumberStatus row={row} {...(limit !== undefined && { limit })} />,
  },
  {
    id: 'today',
    head: words.columns.today,
    width: '156px',
    cell: ({ callsToday, cap }) => (
      <span className={`${classes.today} num`}>
        {cap !== null && (
          <span className={classes.bar}>
            <Bar share={callsToday / cap} height={6} tone={callsToday >= cap * nearCap ? 'warn' : 'main'} />
          </span>
        )}
        <strong>{count(callsToday)}</strong>
        {cap !== null && <span>{words.of(cap)}</span>}
      </span>
    ),
  },
  {
    id: 'calls',
    head: words.columns.calls,
    width: '80px',
    right: true,
    wideOnly: true,
    cell: ({ calls }) => <span className="num">{count(calls)}</span>,
  },
  {
    id: 'answers',
    head: words.columns.answers,
    width: '132px',
    wideOnly: true,
    cell: row => <Answers row={row} />,
  },
  {
    id: 'score',
    head: words.columns.score,
    width: '96px',
    cell: row => <ScoreChip row={row} {...(limit !== undefined && { limit })} />,
  },
]

/** Enough calls of a week for its trend to say something. */
const enough = 20

function Answers({ row: { answerRate, days, number } }: { row: NumberRow }) {
  const made = days.reduce((sum, day) => sum + day.calls, 0)
  const rates = days.map(({ calls, answered }) => (calls === 0 ? null : answered / calls))
  const known = rates.filter(rate => rate !== null)
  const first = known[0] ?? 0
  const last = known.at(-1) ?? 0
  return (
    <span className={`${classes.answers} num`}>
      <Sparkline
        values={rates}
        falling={made >= enough && last < first * 0.7}
        label={words.answersOf(phone(number))}
      />
      {share(answerRate, made)}
    </span>
  )
}
