import { IconMicrophone } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CallRow } from '../../../src-main/contract/calls.ts'
import { seconds, talk } from '../../format/duration.ts'
import { price } from '../../format/money.ts'
import { dash } from '../../format/number.ts'
import { clockSeconds, isToday, shortMoment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Phone } from '../../ui/Phone.tsx'
import { ResultText } from '../../ui/Status.tsx'
import type { Column } from '../../ui/table-column.ts'
import classes from './columns.module.css'

const words = text.calls.columns

export const callColumns: readonly Column<CallRow>[] = [
  {
    id: 'at',
    head: words.at,
    width: '88px',
    cell: ({ startedAt }) => (
      <span className="num">{isToday(startedAt) ? clockSeconds(startedAt) : shortMoment(startedAt)}</span>
    ),
  },
  {
    id: 'contact',
    head: words.contact,
    width: 'minmax(136px, 1fr)',
    cell: ({ id, contact, number }) => (
      <Link to="/calls/$id" params={{ id }} className={classes.name}>
        {contact.name || number}
      </Link>
    ),
  },
  {
    id: 'number',
    head: words.number,
    width: 'minmax(160px, 0.8fr)',
    cell: ({ number, country }) => <Phone number={number} country={country} />,
  },
  {
    id: 'result',
    head: words.result,
    width: 'minmax(140px, 0.7fr)',
    cell: ({ result }) => <ResultText result={result} />,
  },
  {
    id: 'campaign',
    head: words.campaign,
    width: 'minmax(132px, 1.7fr)',
    wideOnly: true,
    cell: ({ campaign }) => (
      <Link to="/campaigns/$id" params={{ id: campaign.id }} className={classes.quiet}>
        {campaign.name}
      </Link>
    ),
  },
  {
    id: 'attempt',
    head: words.attempt,
    width: '64px',
    wideOnly: true,
    right: true,
    cell: ({ attempt }) => <span className="num">{attempt}</span>,
  },
  {
    id: 'ring',
    head: words.ring,
    width: '68px',
    right: true,
    cell: ({ ringMs }) => <span className="num">{ringMs === null ? dash : seconds(ringMs)}</span>,
  },
  {
    id: 'talk',
    head: words.talk,
    width: '70px',
    right: true,
    cell: ({ talkMs }) => <span className="num">{talkMs === null ? dash : talk(talkMs)}</span>,
  },
  {
    id: 'goal',
    head: words.goal,
    width: '96px',
    wideOnly: true,
    cell: ({ goal, optedOut }) => (optedOut ? words.optedOut : goal === null ? dash : text.words.goals[goal]),
  },
  {
    id: 'cost',
    head: words.cost,
    width: '68px',
    wideOnly: true,
    right: true,
    cell: ({ cost }) => (
      <span className="num">{cost === null ? dash : price(cost.micros, cost.currency)}</span>
    ),
  },
  {
    id: 'sip',
    head: words.sip,
    width: '52px',
    right: true,
    cell: ({ sipCode }) => <span className={classes.code}>{sipCode ?? dash}</span>,
  },
  {
    id: 'recorded',
    head: words.recorded,
    width: '76px',
    cell: ({ recorded }) =>
      recorded && (
        <span className={classes.recorded}>
          <IconMicrophone size={14} aria-hidden="true" />
          <span className="unseen">{words.recorded}</span>
        </span>
      ),
  },
]
