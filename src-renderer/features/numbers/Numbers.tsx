import { Button, Modal, Switch } from '@mantine/core'
import { IconPlus, IconTrash, IconUpload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { NumberRow } from '../../../src-main/contract/numbers.ts'
import { api, client, queryClient } from '../../api/client.ts'
import { count } from '../../format/number.ts'
import { phone } from '../../format/phone.ts'
import { text } from '../../text/text.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { NumberForm } from '../../ui/lines/NumberForm.tsx'
import { numberColumns } from '../../ui/numbers/columns.tsx'
import { Page } from '../../ui/Page.tsx'
import { RemoveDialog } from '../../ui/RemoveDialog.tsx'
import { RowAct } from '../../ui/RowAct.tsx'
import { sayRefusal } from '../../ui/say.tsx'
import type { Column } from '../../ui/table-column.ts'
import { useKeys } from '../../ui/use-keys.ts'
import classes from './Numbers.module.css'
import { ScoresDialog } from './ScoresDialog.tsx'

const words = text.numbers

const shown = numberColumns<NumberRow>()

const campaignsColumn: Column<NumberRow> = {
  id: 'campaigns',
  head: words.columns.campaigns,
  width: '88px',
  right: true,
  wideOnly: true,
  cell: ({ campaigns }) => <span className="num">{count(campaigns)}</span>,
}

export function Numbers() {
  const { data: numbers = [], isPending, error, refetch } = useQuery(api.numbers.list.queryOptions())
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<NumberRow>()
  const [scoring, setScoring] = useState(false)
  const { mutate: update } = useMutation(
    api.numbers.update.mutationOptions({
      onError: failure => sayRefusal(failure, text.rotation.panel.notChanged),
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.numbers.key() }),
    }),
  )
  useKeys({ n: () => setAdding(true) })
  const columns = useMemo<readonly Column<NumberRow>[]>(
    () => [
      ...shown,
      campaignsColumn,
      {
        id: 'acts',
        head: text.rotation.columns.inUse,
        right: true,
        width: '90px',
        cell: row => (
          <span className={classes.acts}>
            <RowAct
              label={words.remove}
              named={words.removeNamed(phone(row.number))}
              onAct={() => setRemoving(row)}
            >
              <IconTrash size={14} />
            </RowAct>
            <Switch
              aria-label={text.rotation.panel.use(phone(row.number))}
              checked={row.enabled}
              onChange={event => update({ id: row.id, enabled: event.currentTarget.checked })}
            />
          </span>
        ),
      },
    ],
    [update],
  )
  const add = (
    <Button variant="filled" leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
      {words.add}
    </Button>
  )
  const actions = (
    <>
      {numbers.length > 0 && (
        <Button leftSection={<IconUpload size={14} />} onClick={() => setScoring(true)}>
          {text.rotation.scores.act}
        </Button>
      )}
      {(isPending || numbers.length > 0) && add}
    </>
  )
  return (
    <Page
      title={words.title}
      fact={numbers.length > 0 && words.fact(numbers.length)}
      actions={actions}
      body="bleed"
    >
      {error ? (
        <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          label={words.title}
          columns={columns}
          total={numbers.length}
          row={index => numbers[index]}
          rowKey={({ id }) => id}
          rowHeight={40}
          minWidth={900}
          loading={isPending}
          empty={
            <EmptyState title={words.empty} sentence={words.emptySentence}>
              {add}
            </EmptyState>
          }
        />
      )}
      <Modal opened={adding} onClose={() => setAdding(false)} title={words.form.title}>
        <NumberForm onSaved={() => setAdding(false)} onCancel={() => setAdding(false)} />
      </Modal>
      {scoring && <ScoresDialog onClose={() => setScoring(false)} />}
      {removing && (
        <RemoveDialog
          words={words.removing}
          name={phone(removing.number)}
          lost={words.removing.lost(phone(removing.number))}
          remove={() => client.numbers.remove({ id: removing.id })}
          shownBy={api.numbers.key()}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </Page>
  )
}
