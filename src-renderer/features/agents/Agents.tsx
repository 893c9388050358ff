import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { AgentRow } from '../../../src-main/contract/agents.ts'
import { api } from '../../api/client.ts'
import { count } from '../../format/number.ts'
import { day } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table-column.ts'
import classes from './Agents.module.css'

const words = text.agents

const columns: readonly Column<AgentRow>[] = [
  {
    id: 'name',
    head: words.columns.name,
    width: 'minmax(200px, 1fr)',
    cell: ({ id, name }) => (
      <>
        <Avatar name={name} />
        <Link to="/agents/$id" params={{ id }} className={classes.name}>
          {name}
        </Link>
      </>
    ),
  },
  {
    id: 'purpose',
    head: words.columns.purpose,
    width: 'minmax(260px, 2fr)',
    cell: ({ purpose }) => <span className={classes.cut}>{purpose}</span>,
  },
  {
    id: 'version',
    head: words.columns.version,
    width: '80px',
    right: true,
    cell: ({ version }) => <span className="num">{version}</span>,
  },
  {
    id: 'published',
    head: words.columns.published,
    width: '120px',
    cell: ({ publishedAt }) => <span className="num">{day(publishedAt)}</span>,
  },
  {
    id: 'numbers',
    head: words.columns.numbers,
    width: '90px',
    right: true,
    cell: ({ numbers }) => <span className="num">{count(numbers.length)}</span>,
  },
  {
    id: 'campaigns',
    head: words.columns.campaigns,
    width: '100px',
    right: true,
    cell: ({ campaigns }) => <span className="num">{count(campaigns)}</span>,
  },
]

export function Agents() {
  const { data: agents = [], isPending, error, refetch } = useQuery(api.agents.list.queryOptions())
  const navigate = useNavigate()
  return (
    <Page title={words.title} fact={agents.length > 0 && words.fact(agents.length)} body="bleed">
      {error ? (
        <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          label={words.title}
          columns={columns}
          total={agents.length}
          row={index => agents[index]}
          rowKey={({ id }) => id}
          rowHeight={42}
          minWidth={760}
          onOpen={({ id }) => void navigate({ to: '/agents/$id', params: { id } })}
          loading={isPending}
          empty={<EmptyState title={words.empty} sentence={words.emptySentence} />}
        />
      )}
    </Page>
  )
}
