import { UnstyledButton } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconCheck,
  IconChevronsUp,
  IconHelpCircle,
  IconX,
} from '@tabler/icons-react'
import type { ContactRow } from '../../../../src-main/contract/contacts.ts'
import { talk } from '../../../format/duration.ts'
import { count, dash } from '../../../format/number.ts'
import { shortMoment } from '../../../format/time.ts'
import { text } from '../../../text/text.ts'
import { ConsentCell, NameCell, NumberCell, Quiet } from '../../../ui/contacts/cells.tsx'
import { nameOf } from '../../../ui/contacts/name-of.ts'
import type { GridColumn } from '../../../ui/grid/grid-column.ts'
import { LeadStatusText } from '../../../ui/Status.tsx'
import classes from './columns.module.css'
import type { SortBy } from './filter.ts'

const words = text.campaign.contacts
type Lead = NonNullable<ContactRow['lead']>
const up: ReadonlySet<Lead['status']> = new Set(['queued', 'dialing', 'in_call'])
const waiting: ReadonlySet<Lead['status']> = new Set(['pending', 'retry'])

const Priority = ({ priority, callFirst }: Pick<Lead, 'priority' | 'callFirst'>) => (
  <span className={classes.priority} data-priority={callFirst ? 'high' : priority}>
    {callFirst ? (
      <IconChevronsUp size={12} aria-hidden="true" />
    ) : priority === 'high' ? (
      <IconArrowUp size={12} aria-hidden="true" />
    ) : (
      priority === 'low' && <IconArrowDown size={12} aria-hidden="true" />
    )}
    {callFirst ? words.callFirst : text.words.priorities[priority]}
  </span>
)

const Goal = ({ goal }: Pick<Lead, 'goal'>) =>
  goal === null ? (
    <Quiet />
  ) : (
    <span className={classes.goal} data-goal={goal}>
      {goal === 'not_achieved' ? (
        <IconX size={13} aria-hidden="true" />
      ) : (
        <IconCheck size={13} aria-hidden="true" />
      )}
      {words.goals[goal]}
    </span>
  )

const Score = ({ value }: { value: number }) => (
  <span className={`${classes.score} num`}>
    {value}
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="5.5" pathLength="100" />
      <circle cx="7" cy="7" r="5.5" pathLength="100" strokeDasharray={`${value} 100`} />
    </svg>
  </span>
)

const LastCalled = ({ status, lastCalledAt }: Lead) => {
  if (up.has(status)) return words.now
  return lastCalledAt === null ? <Quiet /> : <span className="num">{shortMoment(lastCalledAt)}</span>
}

function Next({ status, nextAttemptAt }: Lead) {
  if (status === 'skipped') return <Quiet>{words.never}</Quiet>
  if (nextAttemptAt === null) return <Quiet />
  return <span className="num">{nextAttemptAt <= Date.now() ? words.now : shortMoment(nextAttemptAt)}</span>
}

const lead =
  (cell: (lead: Lead, row: ContactRow) => ReturnType<GridColumn<ContactRow>['cell']>) => (row: ContactRow) =>
    row.lead === null ? dash : cell(row.lead, row)

/** Who at the left, where in the process in the middle, when next at the right. */
export const leadColumns = (onWhy: (row: ContactRow) => void): readonly GridColumn<ContactRow, SortBy>[] => [
  {
    id: 'name',
    head: words.columns.name,
    width: 184,
    pinned: true,
    always: true,
    grows: true,
    sort: 'name',
    cell: NameCell,
  },
  {
    id: 'phone',
    head: words.columns.number,
    width: 164,
    sort: 'phone',
    cell: NumberCell,
  },
  {
    id: 'priority',
    head: words.columns.priority,
    width: 76,
    yields: 2,
    sort: 'priority',
    cell: lead(own => <Priority {...own} />),
  },
  {
    id: 'status',
    head: words.columns.status,
    width: 204,
    sort: 'status',
    cell: lead(({ status, skipReason, waitsFor }, row) => (
      <>
        <LeadStatusText status={status} />
        {skipReason && <span className={classes.quiet}>{text.words.skipReasons[skipReason]}</span>}
        {waiting.has(status) && waitsFor !== '' && (
          <UnstyledButton
            className={classes.waits}
            tabIndex={-1}
            title={text.why.act(nameOf(row))}
            onClick={() => onWhy(row)}
          >
            <IconHelpCircle size={12} aria-hidden="true" />
            {text.told(waitsFor)}
          </UnstyledButton>
        )}
      </>
    )),
  },
  {
    id: 'goal',
    head: words.columns.goal,
    width: 68,
    yields: 6,
    sort: 'goal',
    cell: lead(({ goal }) => <Goal goal={goal} />),
  },
  {
    id: 'goalScore',
    head: words.columns.score,
    width: 64,
    yields: 3,
    right: true,
    cell: lead(({ goalScore }) => (goalScore === null ? <Quiet /> : <Score value={goalScore} />)),
  },
  {
    id: 'campaignResult',
    head: words.columns.result,
    width: 116,
    hidden: true,
    cell: lead(({ lastResult }) => (
      <span className={classes.quiet}>{lastResult === null ? dash : text.words.results[lastResult]}</span>
    )),
  },
  {
    id: 'campaignConversations',
    head: words.columns.conversations,
    width: 104,
    yields: 1,
    right: true,
    cell: lead(({ conversations, talkMs }) =>
      conversations === 0 ? (
        <Quiet />
      ) : (
        <span className="num">
          {count(conversations)} <span className={classes.talk}>{talk(talkMs)}</span>
        </span>
      ),
    ),
  },
  {
    id: 'attempts',
    head: words.columns.attempts,
    width: 76,
    yields: 5,
    right: true,
    sort: 'attempts',
    downFirst: true,
    cell: lead(({ attempts, maxAttempts }) => (
      <span className="num">
        {attempts} <span className={classes.quiet}>/ {maxAttempts}</span>
      </span>
    )),
  },
  {
    id: 'campaignLastCalled',
    head: words.columns.lastCalled,
    width: 92,
    yields: 4,
    right: true,
    sort: 'lastCalled',
    downFirst: true,
    cell: lead(own => <LastCalled {...own} />),
  },
  {
    id: 'nextAttempt',
    head: words.columns.next,
    width: 100,
    yields: 7,
    sort: 'nextAttempt',
    cell: lead(own => <Next {...own} />),
  },
  {
    id: 'consent',
    head: text.contacts.columns.consent,
    width: 112,
    hidden: true,
    cell: ConsentCell,
  },
]
