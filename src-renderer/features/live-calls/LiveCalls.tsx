import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import {
  type LiveCall,
  retryActiveCalls,
  useActiveCalls,
  useActiveCallsFailed,
  useWorkspaceLive,
} from '../../api/live.ts'
import { text } from '../../text/text.ts'
import { Seconds } from '../../ui/calls/ActiveCallRow.tsx'
import { CallLevel } from '../../ui/calls/CallLevel.tsx'
import { RowHangUp } from '../../ui/calls/HangUp.tsx'
import { hangUp } from '../../ui/calls/hang-up.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { TableFoot } from '../../ui/FilterBar.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { RowListen, toggleListening } from '../../ui/listen/ListenButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { Phone } from '../../ui/Phone.tsx'
import { Status } from '../../ui/Status.tsx'
import { activeLooks } from '../../ui/status.ts'
import type { Column } from '../../ui/table-column.ts'
import classes from './LiveCalls.module.css'

const words = text.liveCalls

const listenable = ({ call, name, number, state }: LiveCall) => ({
  call,
  name: name || number,
  answered: state === 'answered',
})

const columns: readonly Column<LiveCall>[] = [
  {
    id: 'state',
    head: words.columns.state,
    width: '116px',
    cell: ({ state }) => <Status look={activeLooks[state]} word={text.words.active[state]} />,
  },
  {
    id: 'name',
    head: words.columns.name,
    width: 'minmax(134px, 0.8fr)',
    cell: ({ call, name, number }) => (
      <Link to="/calls/$id" params={{ id: call }} className={classes.name}>
        {name || number}
      </Link>
    ),
  },
  {
    id: 'number',
    head: words.columns.number,
    width: 'minmax(158px, 0.7fr)',
    cell: ({ number, country }) => <Phone number={number} country={country} />,
  },
  {
    id: 'since',
    head: words.columns.since,
    width: '56px',
    right: true,
    cell: ({ since }) => <Seconds since={since} />,
  },
  {
    id: 'level',
    head: words.columns.level,
    width: '50px',
    cell: ({ call, name, number }) => <CallLevel call={call} name={name || number} />,
  },
  {
    id: 'words',
    head: words.columns.words,
    width: 'minmax(140px, 3fr)',
    cell: ({ lastWords }) => (
      <span className={classes.words} title={lastWords}>
        {lastWords}
      </span>
    ),
  },
  {
    id: 'campaign',
    head: words.columns.campaign,
    width: 'minmax(212px, 1fr)',
    cell: ({ campaign }) => (
      <Link to="/campaigns/$id" params={{ id: campaign.id }} className={classes.campaign}>
        {campaign.name}
      </Link>
    ),
  },
  {
    id: 'acts',
    head: text.shell.actions,
    headUnseen: true,
    width: '72px',
    cell: call => (
      <>
        <RowListen {...listenable(call)} />
        <RowHangUp call={call.call} name={call.name || call.number} />
      </>
    ),
  },
]

/** All calls that go on now, in all campaigns. They keep their places while their figures change. */
export function LiveCalls() {
  const calls = useActiveCalls()
  const failed = useActiveCallsFailed()
  const most = useWorkspaceLive(live => live?.maxCalls ?? 0)
  const navigate = useNavigate()
  return (
    <Page title={words.title} fact={calls && words.fact(calls.length, most)} body="bleed">
      {failed !== undefined && <ErrorPanel what={words.failed} error={failed} onRetry={retryActiveCalls} />}
      {(calls || failed === undefined) && (
        <>
          <DataTable
            label={words.title}
            columns={columns}
            total={calls?.length ?? 0}
            row={index => calls?.[index]}
            rowKey={({ call }) => call}
            rowHeight={32}
            minWidth={962}
            onOpen={({ call }) => void navigate({ to: '/calls/$id', params: { id: call } })}
            rowActs={{
              m: call => toggleListening(listenable(call)),
              h: ({ call, name, number }) => void hangUp(call, name || number),
            }}
            loading={calls === undefined && failed === undefined}
            empty={
              calls && (
                <EmptyState title={words.empty} sentence={words.emptySentence}>
                  <Button component={Link} to="/campaigns">
                    {text.home.running.all}
                  </Button>
                </EmptyState>
              )
            }
          />
          <TableFoot
            right={
              <>
                <Kbd>M</Kbd> {words.keys.listen} <Kbd>H</Kbd> {words.keys.hangUp}
              </>
            }
          >
            {calls && words.foot(calls.length)}
          </TableFoot>
        </>
      )}
    </Page>
  )
}
