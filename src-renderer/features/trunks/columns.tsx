import { IconCoins, IconPencil, IconTrash } from '@tabler/icons-react'
import type { TrunkRow } from '../../../src-main/contract/lines.ts'
import { count } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { healthText } from '../../ui/lines/health.ts'
import { RowAct } from '../../ui/RowAct.tsx'
import { Status } from '../../ui/Status.tsx'
import { healthLooks } from '../../ui/status.ts'
import type { Column } from '../../ui/table-column.ts'
import classes from './columns.module.css'

const words = text.trunks

interface Acts {
  readonly onEdit: (id: TrunkRow['id']) => void
  readonly onMoney: (id: TrunkRow['id']) => void
  readonly onRemove: (trunk: TrunkRow) => void
}

export const trunkColumns = ({ onEdit, onMoney, onRemove }: Acts): readonly Column<TrunkRow>[] => [
  {
    id: 'name',
    head: words.columns.name,
    width: 'minmax(180px, 1fr)',
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
    width: 'minmax(210px, 1.4fr)',
    cell: trunk => <Status look={healthLooks[trunk.health.is]} word={healthText(trunk)} />,
  },
  {
    id: 'address',
    head: words.columns.address,
    width: 'minmax(166px, 1.2fr)',
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
    width: '104px',
    right: true,
    cell: trunk => (
      <span className={classes.acts}>
        <RowAct
          label={words.money.act}
          named={words.money.actNamed(trunk.name)}
          onAct={() => onMoney(trunk.id)}
        >
          <IconCoins size={14} />
        </RowAct>
        {!trunk.practice && (
          <>
            <RowAct
              label={words.edit}
              named={words.form.editTitle(trunk.name)}
              onAct={() => onEdit(trunk.id)}
            >
              <IconPencil size={14} />
            </RowAct>
            <RowAct
              label={words.remove}
              named={words.removing.title(trunk.name)}
              onAct={() => onRemove(trunk)}
            >
              <IconTrash size={14} />
            </RowAct>
          </>
        )}
      </span>
    ),
  },
]
