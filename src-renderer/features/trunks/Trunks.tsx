import { Button, Modal } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { TrunkRow } from '../../../src-main/contract/lines.ts'
import { api, client } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { closeOnTop } from '../../ui/close-on-top.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { TrunkForm } from '../../ui/lines/TrunkForm.tsx'
import { Page } from '../../ui/Page.tsx'
import { RemoveDialog } from '../../ui/RemoveDialog.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { trunkColumns } from './columns.tsx'
import { MoneyDialog } from './MoneyDialog.tsx'

const route = getRouteApi('/trunks')
const words = text.trunks
/** Health changes without anybody asking for it here. */
const freshMs = 3_000

/** The open form stands in the address: `?add=true`, `?edit=3`, `?money=3`. */
export interface TrunkSearch {
  readonly add?: true
  readonly edit?: number
  readonly money?: number
}

export const parseTrunkSearch = ({ add, edit, money }: Record<string, unknown>): TrunkSearch => ({
  ...(add === true && { add }),
  ...(typeof edit === 'number' && { edit }),
  ...(typeof money === 'number' && { money }),
})

export function Trunks() {
  const {
    data: trunks = [],
    isPending,
    error,
    refetch,
  } = useQuery(api.trunks.list.queryOptions({ refetchInterval: freshMs }))
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/trunks' })
  const [removing, setRemoving] = useState<TrunkRow>()
  const open = (next: TrunkSearch) => void navigate({ search: next })
  const close = () => void navigate({ search: {} })
  useKeys({ n: () => open({ add: true }) })
  const edited = trunks.find(trunk => trunk.id === search.edit && !trunk.practice)
  const priced = trunks.find(trunk => trunk.id === search.money)
  const columns = useMemo(
    () =>
      trunkColumns({
        onEdit: id => void navigate({ search: { edit: id } }),
        onMoney: id => void navigate({ search: { money: id } }),
        onRemove: setRemoving,
      }),
    [navigate],
  )
  const add = (
    <Button variant="filled" leftSection={<IconPlus size={14} />} onClick={() => open({ add: true })}>
      {words.add}
    </Button>
  )
  return (
    <Page
      title={words.title}
      fact={trunks.length > 0 && words.fact(trunks.length)}
      actions={trunks.length > 0 && add}
      body="bleed"
    >
      {error && trunks.length === 0 ? (
        <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          label={words.title}
          columns={columns}
          total={trunks.length}
          row={index => trunks[index]}
          rowKey={({ id }) => id}
          rowHeight={42}
          minWidth={860}
          onOpen={({ id, practice }) => !practice && open({ edit: id })}
          loading={isPending}
          empty={
            <EmptyState title={words.empty} sentence={words.emptySentence}>
              {add}
            </EmptyState>
          }
        />
      )}
      <Modal
        opened={search.add === true || edited !== undefined}
        onClose={closeOnTop(close)}
        title={edited ? words.form.editTitle(edited.name) : words.form.addTitle}
      >
        <TrunkForm
          key={edited?.id ?? 'new'}
          {...(edited && { trunk: edited })}
          onSaved={close}
          onCancel={close}
        />
      </Modal>
      {priced && <MoneyDialog trunk={priced} onClose={close} />}
      {removing && (
        <RemoveDialog
          words={words.removing}
          name={removing.name}
          lost={words.removing.lost(removing.name)}
          remove={() => client.trunks.remove({ id: removing.id })}
          shownBy={api.trunks.key()}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </Page>
  )
}
