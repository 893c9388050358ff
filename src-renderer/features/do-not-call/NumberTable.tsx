import { Button, TextInput } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import type { Suppression } from '../../../src-main/contract/do-not-call.ts'
import { api, client, queryClient } from '../../api/client.ts'
import { day } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { TableFoot } from '../../ui/FilterBar.tsx'
import { Grid } from '../../ui/grid/Grid.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { noRows, type Selection } from '../../ui/grid/selection.ts'
import { usePages } from '../../ui/grid/use-pages.ts'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'
import { Phone } from '../../ui/Phone.tsx'
import { say } from '../../ui/say.tsx'
import classes from './do-not-call.module.css'
import type { DoNotCallFilter } from './filter.ts'

const words = text.doNotCall
const mostAtOnce = 1000

/** Whole in its title where the column is too narrow. */
const Cut = ({ children }: { children: string }) => (
  <span className={classes.cut} title={children}>
    {children}
  </span>
)

const columns: readonly GridColumn<Suppression>[] = [
  {
    id: 'number',
    head: words.columns.number,
    width: 164,
    always: true,
    cell: ({ number, country }) => <Phone number={number} country={country} />,
  },
  {
    id: 'contact',
    head: words.columns.contact,
    width: 140,
    yields: 3,
    cell: ({ contact }) =>
      contact && (
        <Link to="/contacts/$id" params={{ id: contact.id }} className={classes.cut}>
          {contact.name || text.contact.noName}
        </Link>
      ),
  },
  {
    id: 'scope',
    head: words.columns.scope,
    width: 120,
    cell: ({ campaign }) => <Cut>{campaign === null ? words.forGood : words.scopeOf(campaign)}</Cut>,
  },
  {
    id: 'reason',
    head: words.columns.reason,
    width: 220,
    grows: true,
    cell: ({ reason }) => <Cut>{text.told(reason)}</Cut>,
  },
  {
    id: 'source',
    head: words.columns.source,
    width: 92,
    yields: 1,
    cell: ({ source }) => words.sources[source],
  },
  {
    id: 'at',
    head: words.columns.at,
    width: 104,
    yields: 2,
    cell: ({ at }) => <span className="num">{day(at)}</span>,
  },
  {
    id: 'expires',
    head: words.columns.expires,
    width: 132,
    cell: ({ expiresAt, expired }) => (
      <span className={expired ? classes.over : 'num'}>
        {expiresAt === null ? words.never : `${day(expiresAt)}${expired ? `, ${words.expired}` : ''}`}
      </span>
    ),
  },
]

interface NumberTableProps {
  readonly filter: DoNotCallFilter
  readonly onTotal: (total: number) => void
}

export function NumberTable({ filter, onTotal }: NumberTableProps) {
  const query = useMemo(() => ({ search: filter.search ?? '', scope: filter.scope ?? null }), [filter])
  const first = useQuery({
    ...api.doNotCall.list.queryOptions({ input: { ...query, limit: 1 } }),
    placeholderData: keepPreviousData,
  })
  const total = first.data?.total ?? 0
  const source = useMemo(
    () => ({
      key: [...api.doNotCall.list.key(), query],
      load: async (page: { offset: number; limit: number }, signal: AbortSignal) =>
        (await client.doNotCall.list({ ...query, ...page }, { signal })).rows,
      ready: true,
    }),
    [query],
  )
  const { row, range, onRange, pending, error, retry } = usePages<Suppression>(source, total, false)
  const [selection, setSelection] = useState<Selection>(noRows)
  const [removing, setRemoving] = useState(false)
  useEffect(() => {
    if (first.data) onTotal(first.data.total)
  }, [first.data, onTotal])
  const chosen = selection.is === 'some' ? [...selection.keys] : []
  const failure = first.error ?? error
  if (failure) return <ErrorPanel what={words.failed} error={failure} onRetry={retry} />
  const searched = query.search !== '' || query.scope !== null
  return (
    <>
      <Grid
        label={words.title}
        table="do-not-call"
        columns={columns}
        total={total}
        row={row}
        rowKey={({ id }) => id}
        rowName={({ number }) => number}
        onRange={onRange}
        loading={first.isPending || pending}
        listKey={JSON.stringify(query)}
        selection={{
          value: selection,
          // A list for the law is never emptied in one go: all at once cannot be chosen.
          onChange: next => setSelection(next.is === 'some' && next.keys.size <= mostAtOnce ? next : noRows),
          keysBetween: async (from, to) => {
            const limit = Math.min(to - from + 1, 500)
            const { rows } = await client.doNotCall.list({ ...query, offset: from, limit })
            return rows.map(({ id }) => id)
          },
        }}
        empty={
          searched ? (
            <EmptyState title={words.noMatch} sentence={words.noMatchSentence} />
          ) : (
            <EmptyState title={words.empty} sentence={words.emptySentence} />
          )
        }
      />
      <TableFoot
        right={
          chosen.length > 0 && (
            <>
              {words.selected(chosen.length)}
              <Button size="compact-xs" onClick={() => setRemoving(true)}>
                {words.remove}
              </Button>
            </>
          )
        }
      >
        {text.shell.rows(range[0] + 1, Math.min(range[1] + 1, total), total)}
      </TableFoot>
      {removing && (
        <RemoveEntries
          ids={chosen}
          onClose={() => setRemoving(false)}
          onDone={() => {
            setRemoving(false)
            setSelection(noRows)
          }}
        />
      )}
    </>
  )
}

interface RemoveEntriesProps {
  readonly ids: readonly number[]
  readonly onClose: () => void
  readonly onDone: () => void
}

function RemoveEntries({ ids, onClose, onDone }: RemoveEntriesProps) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const remove = useMutation(
    api.doNotCall.remove.mutationOptions({
      onSuccess: async ({ removed }) => {
        await queryClient.invalidateQueries({ queryKey: api.doNotCall.key() })
        say(words.removing.done(removed))
        onDone()
      },
    }),
  )
  const missing = reason.trim() === ''
  return (
    <DialogFrame
      title={words.removing.title(ids.length)}
      onClose={onClose}
      act={words.removing.act(ids.length)}
      keep={words.removing.keep}
      danger
      pending={remove.isPending}
      error={remove.error}
      onAct={() => {
        setTried(true)
        if (!missing) remove.mutate({ ids: [...ids], reason: reason.trim() })
      }}
    >
      <p>{words.removing.lost}</p>
      <TextInput
        label={words.removing.reason}
        maxLength={500}
        value={reason}
        error={tried && missing ? words.removing.reasonMissing : undefined}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </DialogFrame>
  )
}
