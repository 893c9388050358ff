import { Button } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BusinessHoursRow } from '../../../src-main/contract/business-hours.ts'
import { api, client } from '../../api/client.ts'
import { countryName } from '../../format/phone.ts'
import { moment } from '../../format/time.ts'
import { zoneName } from '../../format/zone.ts'
import { text } from '../../text/text.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { RemoveDialog } from '../../ui/RemoveDialog.tsx'
import { RowAct } from '../../ui/RowAct.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import classes from './BusinessHours.module.css'
import { HoursDialog } from './HoursDialog.tsx'

const words = text.businessHours
const lightMs = 30_000

/** Shared hours with their light: open or closed now, and when that changes. */
export function BusinessHours() {
  const { data, error, refetch } = useQuery(api.businessHours.list.queryOptions({ refetchInterval: lightMs }))
  const [editing, setEditing] = useState<BusinessHoursRow | 'new'>()
  const [removing, setRemoving] = useState<BusinessHoursRow>()
  useKeys({ n: () => setEditing('new') })
  const close = () => setEditing(undefined)
  const add = (
    <Button variant="filled" leftSection={<IconPlus size={14} />} onClick={() => setEditing('new')}>
      {words.add}
    </Button>
  )
  return (
    <Page
      title={words.title}
      fact={data && data.length > 0 && words.fact(data.length)}
      actions={data && data.length > 0 && add}
    >
      {error && <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonRows rows={4} height={48} />}
      {data?.length === 0 && (
        <EmptyState title={words.empty} sentence={words.emptySentence}>
          {add}
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{words.columns.name}</th>
              <th>{words.columns.now}</th>
              <th>{words.columns.zone}</th>
              <th>{words.columns.holidays}</th>
              <th>{words.columns.campaigns}</th>
              <th>
                <span className="unseen">{text.shell.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map(row => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                <td>
                  <Light row={row} />
                </td>
                <td>{zoneName(row.zone)}</td>
                <td>{holidaysOf(row)}</td>
                <td>{row.campaigns.map(({ name }) => name).join(', ') || '–'}</td>
                <td className={classes.acts}>
                  <RowAct label={words.edit} named={words.editNamed(row.name)} onAct={() => setEditing(row)}>
                    <IconPencil size={14} />
                  </RowAct>
                  <RowAct
                    label={words.remove}
                    named={words.removing.title(row.name)}
                    onAct={() => setRemoving(row)}
                  >
                    <IconTrash size={14} />
                  </RowAct>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {editing && <HoursDialog row={editing === 'new' ? undefined : editing} onClose={close} />}
      {removing && (
        <RemoveDialog
          words={words.removing}
          name={removing.name}
          lost={words.removing.lost(removing.name)}
          remove={() => client.businessHours.remove({ id: removing.id })}
          shownBy={api.businessHours.key()}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </Page>
  )
}

const Light = ({ row: { open, changesAt, closedFor } }: { row: BusinessHoursRow }) => (
  <span className={classes.light}>
    <StatusGlyph {...(open ? { shape: 'disc-tick', hue: 'green' } : { shape: 'ring', hue: 'gray' })} />
    {open ? words.light.open : words.light.closed}
    <small className="num">
      {[closedFor && words.closedFor(closedFor), changesAt !== null && words.changes(open, moment(changesAt))]
        .filter(Boolean)
        .join(', ')}
    </small>
  </span>
)

function holidaysOf({ holidays, closedDays }: BusinessHoursRow): string {
  const parts = [
    holidays && words.holidaysOf(countryName(holidays.country), holidays.region),
    closedDays.length > 0 && words.ownDays(closedDays.length),
  ].filter(part => typeof part === 'string')
  return parts.join(', ') || words.noHolidays
}
