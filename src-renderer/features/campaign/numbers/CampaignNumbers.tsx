import { ActionIcon, NumberInput, Switch } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import type { CampaignNumberRow, RotationPanel } from '../../../../src-main/contract/numbers.ts'
import { api, queryClient } from '../../../api/client.ts'
import { phone } from '../../../format/phone.ts'
import { text } from '../../../text/text.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { numberColumns } from '../../../ui/numbers/columns.tsx'
import { RowAct } from '../../../ui/RowAct.tsx'
import { sayRefusal } from '../../../ui/say.tsx'
import type { Column } from '../../../ui/table-column.ts'
import classes from './CampaignNumbers.module.css'

const words = text.rotation
const rowHeight = 40

/** One row per caller ID: order, use and weight are changed in place. */
export function CampaignNumbers({ id, panel }: { id: CampaignRow['id']; panel: RotationPanel }) {
  const { rows, editable, locked, settings } = panel
  const saved = {
    onError: (error: unknown) => sayRefusal(error, words.panel.notChanged),
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.numbers.key() }),
  }
  const { mutate: set } = useMutation(api.numbers.setInCampaign.mutationOptions(saved))
  const { mutate: reorder } = useMutation(api.numbers.reorder.mutationOptions(saved))
  const { mutate: remove } = useMutation(api.numbers.removeFromCampaign.mutationOptions(saved))
  const order = rows.map(row => row.id).join()
  const columns = useMemo<readonly Column<CampaignNumberRow>[]>(() => {
    const ids = order === '' ? [] : order.split(',').map(value => Number(value) as CampaignNumberRow['id'])
    const move = (from: number, to: number) => {
      const numbers = ids.toSpliced(from, 1)
      const moved = ids[from]
      if (moved !== undefined) reorder({ campaign: id, numbers: numbers.toSpliced(to, 0, moved) })
    }
    const why = editable.list ? undefined : locked
    return [
      {
        id: 'order',
        head: words.columns.order,
        headUnseen: true,
        width: '72px',
        cell: ({ number, position }) => (
          <span className={classes.order}>
            <ActionIcon
              size="sm"
              aria-label={words.panel.up(phone(number))}
              disabled={position === 0 || !editable.list}
              title={why}
              onClick={() => move(position, position - 1)}
            >
              <IconChevronUp size={12} />
            </ActionIcon>
            <ActionIcon
              size="sm"
              aria-label={words.panel.down(phone(number))}
              disabled={position === ids.length - 1 || !editable.list}
              title={why}
              onClick={() => move(position, position + 1)}
            >
              <IconChevronDown size={12} />
            </ActionIcon>
          </span>
        ),
      },
      ...numberColumns<CampaignNumberRow>(settings.spamThreshold),
      {
        id: 'weight',
        head: words.columns.weight,
        width: '68px',
        right: true,
        cell: row =>
          settings.strategy === 'weighted' ? (
            <NumberInput
              key={row.weight}
              aria-label={words.panel.weightOf(phone(row.number))}
              size="xs"
              w={52}
              min={1}
              max={100}
              disabled={!editable.list}
              defaultValue={row.weight}
              onBlur={event => {
                const weight = Math.trunc(Number(event.currentTarget.value))
                if (weight >= 1 && weight <= 100 && weight !== row.weight)
                  set({ campaign: id, number: row.id, weight })
              }}
            />
          ) : (
            <span className={`${classes.weight} num`}>{row.weight}</span>
          ),
      },
      {
        id: 'use',
        head: words.columns.inUse,
        width: '88px',
        right: true,
        cell: row => (
          <span className={classes.acts}>
            <RowAct
              label={words.panel.removeNamed(phone(row.number))}
              named={words.panel.removeNamed(phone(row.number))}
              disabled={!editable.list}
              onAct={() => remove({ campaign: id, number: row.id })}
            >
              <IconTrash size={14} />
            </RowAct>
            <Switch
              aria-label={words.panel.use(phone(row.number))}
              checked={row.inUse}
              disabled={!editable.inUse}
              onChange={event => set({ campaign: id, number: row.id, inUse: event.currentTarget.checked })}
            />
          </span>
        ),
      },
    ]
  }, [
    id,
    order,
    editable.list,
    editable.inUse,
    locked,
    settings.spamThreshold,
    settings.strategy,
    set,
    reorder,
    remove,
  ])
  return (
    <div style={{ height: 29 + Math.min(12, rows.length) * rowHeight }}>
      <DataTable
        label={words.panel.title}
        columns={columns}
        total={rows.length}
        row={index => rows[index]}
        rowKey={row => row.id}
        rowHeight={rowHeight}
        minWidth={916}
        loading={false}
        empty={null}
      />
    </div>
  )
}
