import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconHelpCircle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { LeadRow } from '../../../../src-main/contract/campaigns.ts'
import { talk } from '../../../format/duration.ts'
import { count, dash } from '../../../format/number.ts'
import { shortMoment } from '../../../format/time.ts'
import { text } from '../../../text/text.ts'
import { Phone } from '../../../ui/Phone.tsx'
import { LeadStatusText } from '../../../ui/Status.tsx'
import type { Column } from '../../../ui/table-column.ts'
import classes from './columns.module.css'
import type { ContactSort } from './filter.ts'

const words = text.campaign.contacts
const up: ReadonlySet<LeadRow['status']> = new Set(['queued', 'dialing', 'in_call'])

const Priority = ({ priority }: Pick<LeadRow, 'priority'>) => (
  <span className={classes.priority} data-priority={priority}>
    {priority === 'high' && <IconArrowUp size={12} aria-hidden="true" />}
    {priority === 'low' && <IconArrowDown size={12} aria-hidden="true" />}
    {text.words.priorities[priority]}
  </span>
)

const lastCalled = ({ status, lastCalledAt }: LeadRow) =>
  up.has(status) ? words.now : lastCalledAt === null ? dash : shortMoment(lastCalledAt)

const next = ({ status, nextAttemptAt }: LeadRow) => {
  if (status === 'skipped') return words.never
  return nextAttemptAt === null ? dash : nextAttemptAt <= Date.now() ? words.now : shortMoment(nextAttemptAt)
}

/** Who at the left, where in the process in the middle, when next at the right. */
export const contactColumns = (onWhy: (row: LeadRow) => void): readonly Column<LeadRow, ContactSort>[] => [
  {
    id: 'name',
    head: words.columns.name,
    width: 'minmax(150px, 1.5fr)',
    sort: 'name',
    cell: ({ name, lastCall }) =>
      lastCall === null ? (
        <span className={classes.name}>{name || words.noName}</span>
      ) : (
        <Link to="/calls/$id" params={{ id: lastCall }} className={classes.name}>
          {name || words.noName}
        </Link>
      ),
  },
  {
    id: 'number',
    head: words.columns.number,
    width: 'minmax(168px, 1fr)',
    cell: ({ number, country }) => (number === null ? dash : <Phone number={number} country={country} />),
  },
  {
    id: 'priority',
    head: words.columns.priority,
    width: '84px',
    wideOnly: true,
    cell: ({ priority }) => <Priority priority={priority} />,
  },
  {
    id: 'status',
    head: words.columns.status,
    width: 'minmax(150px, 1fr)',
    sort: 'status',
    cell: ({ status, skipReason }) => (
      <>
        <LeadStatusText status={status} />
        {skipReason && <span className={classes.quiet}>{text.words.skipReasons[skipReason]}</span>}
      </>
    ),
  },
  {
    id: 'result',
    head: words.columns.result,
    width: 'minmax(120px, 0.7fr)',
    cell: ({ lastResult }) => (
      <span className={classes.quiet}>{lastResult === null ? dash : text.words.results[lastResult]}</span>
    ),
  },
  {
    id: 'conversations',
    head: words.columns.conversations,
    width: '112px',
    wideOnly: true,
    right: true,
    cell: ({ conversations, talkMs }) =>
      conversations === 0 ? (
        <span className={classes.quiet}>{dash}</span>
      ) : (
        <span className="num">
          {count(conversations)} <span className={classes.talk}>{talk(talkMs)}</span>
        </span>
      ),
  },
  {
    id: 'attempts',
    head: words.columns.attempts,
    width: '86px',
    right: true,
    sort: 'attempts',
    cell: ({ attempts, maxAttempts }) => (
      <span className="num">
        {attempts} <span className={classes.quiet}>/ {maxAttempts}</span>
      </span>
    ),
  },
  {
    id: 'lastCalled',
    head: words.columns.lastCalled,
    width: '100px',
    right: true,
    sort: 'lastCalled',
    cell: row => <span className="num">{lastCalled(row)}</span>,
  },
  {
    id: 'next',
    head: words.columns.next,
    width: '112px',
    sort: 'nextAttempt',
    cell: row => <span className="num">{next(row)}</span>,
  },
  {
    id: 'why',
    head: text.shell.actions,
    headUnseen: true,
    width: '40px',
    cell: row => (
      <Tooltip label={text.why.key}>
        <ActionIcon
          size="xs"
          className={classes.act}
          aria-label={text.why.act(row.name)}
          onClick={() => onWhy(row)}
        >
          <IconHelpCircle size={14} />
        </ActionIcon>
      </Tooltip>
    ),
  },
]
