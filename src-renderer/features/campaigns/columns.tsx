import { Link } from '@tanstack/react-router'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import { roughSpan } from '../../format/duration.ts'
import { money } from '../../format/money.ts'
import { count, dash, ratio, share } from '../../format/number.ts'
import { phoneCountry } from '../../format/phone.ts'
import { day } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Bar } from '../../ui/Bar.tsx'
import { useDayOutlook } from '../../ui/campaign/use-day-outlook.ts'
import { StatusMenu } from '../../ui/moves/StatusMenu.tsx'
import { Phone } from '../../ui/Phone.tsx'
import type { Column } from '../../ui/table-column.ts'
import { CampaignActs } from './CampaignActs.tsx'
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
  const { id, contacts, finished, state, pause, activeCalls, launchedAt } = campaign
  const end = useDayOutlook()?.ends.find(one => one.id === id)
  const done = ratio(finished, contacts)
  if (launchedAt === null || done === null) return dash
  const note =
    state === 'draining'
      ? words.callsLeft(activeCalls)
      : pause
        ? text.words.pauses[pause.reason]
        : state === 'running' && end
          ? roughSpan(end.at - Date.now())
          : ''
  return (
    <div className={classes.progress}>
      <div className={classes.line}>
        <span className="num">{share(done)}</span>
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
    width: 'minmax(170px, 2fr)',
    sort: 'name',
    cell: ({ id, name }) => (
      <Link to="/campaigns/$id" params={{ id }} className={classes.name} title={name}>
        {name}
      </Link>
    ),
  },
  {
    id: 'status',
    head: words.columns.status,
    width: '140px',
    cell: campaign => (
      <span className={classes.status}>
        <StatusMenu campaign={campaign} />
      </span>
    ),
  },
  {
    id: 'agent',
    head: words.columns.agent,
    width: 'minmax(82px, 0.6fr)',
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
    width: '178px',
    wideOnly: true,
    cell: campaign => <Numbers numbers={campaign.numbers} />,
  },
  {
    id: 'schedule',
    head: words.columns.schedule,
    width: 'minmax(186px, 1fr)',
    cell: campaign => <ScheduleLight campaign={campaign} />,
  },
  {
    id: 'contacts',
    head: words.columns.contacts,
    width: '70px',
    right: true,
    sort: 'contacts',
    cell: ({ contacts }) => <span className="num">{count(contacts)}</span>,
  },
  {
    id: 'progress',
    head: words.columns.progress,
    width: '140px',
    sort: 'progress',
    cell: campaign => <Progress campaign={campaign} />,
  },
  {
    id: 'start',
    head: words.columns.start,
    width: '86px',
    wideOnly: true,
    sort: 'start',
    cell: ({ launchedAt, startsAt }) => {
      const at = startsAt ?? launchedAt
      return <span className="num">{at === null ? dash : day(at)}</span>
    },
  },
  {
    id: 'cost',
    head: words.columns.cost,
    width: '80px',
    right: true,
    wideOnly: true,
    cell: ({ cost }) => (
      <span className="num">{cost === null ? dash : money(cost.micros, cost.currency)}</span>
    ),
  },
  {
    id: 'acts',
    head: text.shell.actions,
    headUnseen: true,
    width: '56px',
    cell: campaign => <CampaignActs campaign={campaign} />,
  },
]
