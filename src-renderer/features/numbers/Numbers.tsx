import { ActionIcon, Button, Modal, Tooltip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { NumberRow } from '../../../src-main/contract/numbers.ts'
import { api, queryClient } from '../../api/client.ts'
import { count } from '../../format/number.ts'
import { phone } from '../../format/phone.ts'
import { text } from '../../text/text.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { NumberForm } from '../../ui/lines/NumberForm.tsx'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'
import { Page } from '../../ui/Page.tsx'
import { Phone } from '../../ui/Phone.tsx'
import { say } from '../../ui/say.tsx'
import type { Column } from '../../ui/table-column.ts'
import { useKeys } from '../../ui/use-keys.ts'
import classes from './Numbers.module.css'

const words = text.numbers

const figures: readonly Column<NumberRow>[] = [
  {
    id: 'number',
    head: words.columns.number,
    width: 'minmax(200px, 1fr)',
    cell: ({ number, country }) => (
      <strong className={classes.number}>
        <Phone number={number} country={country} />
      </strong>
    ),
  },
  {
    id: 'name',
    head: words.columns.name,
    width: 'minmax(160px, 1.4fr)',
    cell: ({ name }) => <span className={classes.quiet}>{name}</span>,
  },
  {
    id: 'today',
    head: words.columns.today,
    width: '110px',
    right: true,
    cell: ({ callsToday }) => <span className="num">{count(callsToday)}</span>,
  },
  {
    id: 'calls',
    head: words.columns.calls,
    width: '110px',
    right: true,
    cell: ({ calls }) => <span className="num">{count(calls)}</span>,
  },
  {
    id: 'campaigns',
    head: words.columns.campaigns,
    width: '100px',
    right: true,
    cell: ({ campaigns }) => <span className="num">{count(campaigns)}</span>,
  },
]

export function Numbers() {
  const { data: numbers = [], isPending, error, refetch } = useQuery(api.numbers.list.queryOptions())
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<NumberRow>()
  useKeys({ n: () => setAdding(true) })
  const columns = useMemo<readonly Column<NumberRow>[]>(
    () => [
      ...figures,
      {
        id: 'acts',
        head: text.shell.actions,
        headUnseen: true,
        width: '48px',
        cell: row => (
          <Tooltip label={words.remove}>
            <ActionIcon
              size="sm"
              className={classes.act}
              aria-label={words.removeNamed(phone(row.number))}
              onClick={() => setRemoving(row)}
            >
              <IconTrash size={14} />
            </ActionIcon>
          </Tooltip>
        ),
      },
    ],
    [],
  )
  const add = (
    <Button variant="filled" leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
      {words.add}
    </Button>
  )
  return (
    <Page
      title={words.title}
      fact={numbers.length > 0 && words.fact(numbers.length)}
      actions={add}
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
          rowHeight={36}
          minWidth={720}
          loading={isPending}
          empty={<EmptyState title={words.empty} sentence={words.emptySentence} />}
        />
      )}
      <Modal
        opened={adding}
        onClose={() => setAdding(false)}
        title={words.form.title}
        closeButtonProps={{ 'aria-label': text.shell.close }}
      >
        <NumberForm onSaved={() => setAdding(false)} onCancel={() => setAdding(false)} />
      </Modal>
      {removing && <RemoveNumber row={removing} onClose={() => setRemoving(undefined)} />}
    </Page>
  )
}

function RemoveNumber({ row, onClose }: { row: NumberRow; onClose: () => void }) {
  const shown = phone(row.number)
  const remove = useMutation(
    api.numbers.remove.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.numbers.key() })
        say(words.removing.done(shown))
        onClose()
      },
    }),
  )
  return (
    <DialogFrame
      title={words.removing.title(shown)}
      onClose={onClose}
      act={words.removing.act}
      keep={words.removing.keep}
      danger
      pending={remove.isPending}
      error={remove.error}
      onAct={() => remove.mutate({ id: row.id })}
    >
      <p>{words.removing.lost(shown)}</p>
    </DialogFrame>
  )
}
