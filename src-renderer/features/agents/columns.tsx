import { Link } from '@tanstack/react-router'
import type { AgentSummary } from '../../../src-main/contract/agents.ts'
import { count } from '../../format/number.ts'
import { day } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import cells from '../../ui/Cut.module.css'
import { Status } from '../../ui/Status.tsx'
import type { Look } from '../../ui/status.ts'
import type { Column } from '../../ui/table-column.ts'
import { AgentMenu } from './AgentMenu.tsx'
import classes from './Agents.module.css'

const words = text.agents

const looks = {
  active: { shape: 'disc-tick', hue: 'green' },
  inactive: { shape: 'disc-dash', hue: 'gray' },
  draft: { shape: 'dashed-ring', hue: 'gray' },
} satisfies Record<keyof typeof words.states, Look>

const stateOf = ({ active, published }: AgentSummary): keyof typeof looks =>
  published === null ? 'draft' : active ? 'active' : 'inactive'

export const agentColumns: readonly Column<AgentSummary>[] = [
  {
    id: 'name',
    head: words.columns.name,
    width: 'minmax(180px, 1fr)',
    cell: ({ id, name }) => (
      <>
        <Avatar name={name} />
        <Link to="/agents/$id" params={{ id }} className={cells.name}>
          {name}
        </Link>
      </>
    ),
  },
  {
    id: 'purpose',
    head: words.columns.purpose,
    width: 'minmax(220px, 3fr)',
    cell: ({ purpose }) => <span className={cells.cut}>{purpose}</span>,
  },
  {
    id: 'state',
    head: words.columns.state,
    width: '120px',
    cell: agent => <Status look={looks[stateOf(agent)]} word={words.states[stateOf(agent)]} />,
  },
  {
    id: 'published',
    head: words.columns.version,
    width: 'minmax(150px, 180px)',
    cell: ({ published, hasChanges }) => (
      <span className={classes.version}>
        <span className="num">
          {published ? words.published(published.version, day(published.at)) : words.neverPublished}
        </span>
        {published && hasChanges && <span className={classes.quiet}>{words.changed}</span>}
      </span>
    ),
  },
  {
    id: 'numbers',
    head: words.columns.numbers,
    width: '80px',
    right: true,
    cell: ({ numbers }) => <span className="num">{count(numbers.length)}</span>,
  },
  {
    id: 'campaigns',
    head: words.columns.campaigns,
    width: '90px',
    right: true,
    cell: ({ campaigns }) => <span className="num">{count(campaigns)}</span>,
  },
  {
    id: 'acts',
    head: text.shell.actions,
    headUnseen: true,
    width: '44px',
    cell: agent => <AgentMenu agent={agent} />,
  },
]
