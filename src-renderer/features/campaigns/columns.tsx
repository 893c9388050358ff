import { IconTrash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import { count, dash, ratio, share } from '../../format/number.ts'
import { phoneCountry } from '../../format/phone.ts'
import { day } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Bar } from '../../ui/Bar.tsx'
import { askMove } from '../../ui/moves/ask.ts'
import { StatusMenu } from '../../ui/moves/StatusMenu.tsx'
import { Phone } from '../../ui/Phone.tsx'
import { RowAct } from '../../ui/RowAct.tsx'
import type { Column } from '../../ui/table-column.ts'
import classes from './columns.module.css'
import type { CampaignSort } from './filter.ts'
import { ScheduleLight } from './ScheduleLight.tsx'

const words = text.campaigns

const Numbers = ({ numbers }: Pick<CampaignRow, 'numbers'>) => {
  const [first] = numbers
  if (!first) return dash
  return (
    <>
      <Phone number={first} country={phoneCountry(first)} />
      {numbers.length > 1 && <span className={classes.quiet}>+{numbers.length - 1}</span>}
    </>
  )
}

const Progress = ({ campaign }: { campaign: CampaignRow }) => {
  const { contacts, finished, state, pause, activeCalls, launchedAt } = campaign
  const done = ratio(finished, contacts)
  if (launchedAt === null || done === null) return dash
  const note =
    state === 'draining' ? words.callsLeft(activeCalls) : (pause && text.words.pauses[pause.reason]) || ''
  return (
    <div className={classes.progress}>
      <div className={`${classes.line} num`}>
        <span>{share(done)}</span>
        <span className={classes.note} title={pause?.text}>
          {note}
        </span>
      </div>
      <Bar share={done} tone={state === 'running' || state === 'draining' ? 'main' : 'quiet'} />
    </div>
  )
}

export const campaignColumns: readonly Column<CampaignRow, CampaignSort>[] = [
  {
    id: 'name',
    head: words.columns.name,
    width: 'minmax(170px, 1.7fr)',
    sort: 'name',
    cell: ({ id, name }) => (
      <Link to="/campaigns/$id" params={{ id }} className={classes.name}>
        {name}
      </Link>
    ),
  },
  {
    id: 'status',
    head: words.columns.status,
    width: '136px',
    cell: campaign => (
      <span className={classes.status}>
        <StatusMenu campaign={campaign} />
      </span>
    ),
  },
  {
    id: 'agent',
    head: words.columns.agent,
    width: 'minmax(130px, 1.2fr)',
    cell: ({ agent }) =>
      agent ? (
        <>
          <Avatar name={agent.name} />
          <span className={classes.cut}>{agent.name}</span>
        </>
      ) : (
        dash
      ),
  },
  {
    id: 'numbers',
    head: words.columns.numbers,
    width: 'minmax(190px, 1fr)',
    wideOnly: true,
    cell: campaign => <Numbers numbers={campaign.numbers} />,
  },
  {
    id: 'schedule',
    head: words.columns.schedule,
    width: 'minmax(190px, 1.2fr)',
    cell: campaign => <ScheduleLight campaign={campaign} />,
  },
  {
    id: 'contacts',
    head: words.columns.contacts,
    width: '86px',
    right: true,
    sort: 'contacts',
    cell: ({ contacts }) => <span className="num">{count(contacts)}</span>,
  },
  {
    id: 'progress',
    head: words.columns.progress,
    width: '150px',
    sort: 'progress',
    cell: campaign => <Progress campaign={campaign} />,
  },
  {
    id: 'start',
    head: words.columns.start,
    width: '100px',
    wideOnly: true,
    sort: 'start',
    cell: ({ launchedAt }) => <span className="num">{launchedAt === null ? dash : day(launchedAt)}</span>,
  },
  {
    id: 'acts',
    head: text.shell.actions,
    headUnseen: true,
    width: '44px',
    cell: ({ id, name, moves }) =>
      moves.includes('delete') && (
        <RowAct
          label={text.moves.names.delete}
          named={words.deleteNamed(name)}
          onAct={() => askMove({ id, name, move: 'delete' })}
        >
          <IconTrash size={14} />
        </RowAct>
      ),
  },
]
