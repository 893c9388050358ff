import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import type { TrunkRow } from '../../../src-main/contract/lines.ts'
import { count } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { healthText } from '../../ui/lines/health.ts'
import { Status } from '../../ui/Status.tsx'
import { healthLooks } from '../../ui/status.ts'
import type { Column } from '../../ui/table-column.ts'
import classes from './columns.module.css'

const words = text.trunks

interface Acts {
  readonly onEdit: (id: TrunkRow['id']) => void
  readonly onRemove: (trunk: TrunkRow) => void
}

export const trunkColumns = ({ onEdit, onRemove }: Acts): readonly Column<TrunkRow>[] => [
  {
    id: 'name',
    head: words.columns.name,
    width: 'minmax(200px, 1fr)',
    cell: ({ name, practice }) => (
      <>
        <strong className={classes.name}>{name}</strong>
        {practice && <span className={classes.chip}>{words.practice}</span>}
      </>
    ),
  },
  {
    id: 'health',
    head: words.columns.health,
    width: 'minmax(220px, 1.4fr)',
    cell: trunk => <Status look={healthLooks[trunk.health.is]} word={healthText(trunk)} />,
  },
  {
    id: 'address',
    head: words.columns.address,
    width: 'minmax(170px, 1.2fr)',
    cell: ({ host, port, practice }) =>
      practice ? (
        <span className={classes.quiet}>{words.inside}</span>
      ) : (
        <span className={classes.code}>
          {host}:{port}
        </span>
      ),
  },
  {
    id: 'user',
    head: words.columns.user,
    width: 'minmax(90px, 0.6fr)',
    cell: ({ user, practice }) => (
      <span className={classes.quiet}>{user || (practice ? '' : words.noUser)}</span>
    ),
  },
  {
    id: 'calls',
    head: words.columns.calls,
    width: '100px',
    right: true,
    cell: ({ activeCalls, maxCalls }) => (
      <span className="num">
        {count(activeCalls)} <span className={classes.quiet}>{words.of(count(maxCalls))}</span>
      </span>
    ),
  },
  {
    id: 'campaigns',
    head: words.columns.campaigns,
    width: '96px',
    right: true,
    cell: ({ campaigns }) => <span className="num">{count(campaigns)}</span>,
  },
  {
    id: 'acts',
    head: text.shell.actions,
    headUnseen: true,
    width: '72px',
    right: true,
    cell: trunk =>
      !trunk.practice && (
        <span className={classes.acts}>
          <Tooltip label={words.edit}>
            <ActionIcon
              size="sm"
              aria-label={words.form.editTitle(trunk.name)}
              onClick={() => onEdit(trunk.id)}
            >
              <IconPencil size={14} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={words.remove}>
            <ActionIcon
              size="sm"
              aria-label={words.removing.title(trunk.name)}
              onClick={() => onRemove(trunk)}
            >
              <IconTrash size={14} />
            </ActionIcon>
          </Tooltip>
        </span>
      ),
  },
]
