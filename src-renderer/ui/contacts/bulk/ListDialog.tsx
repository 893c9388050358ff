import { Autocomplete } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { DialogFrame } from '../../moves/DialogFrame.tsx'
import type { Chosen } from './chosen.ts'
import { useAct } from './use-act.ts'

const words = text.contacts.listing

interface ListDialogProps {
  readonly chosen: Chosen
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Puts contacts into a list that exists, or into one that is made by its name. */
export function ListDialog({ chosen, onClose, onDone }: ListDialogProps) {
  const lists = useQuery(api.lists.all.queryOptions()).data ?? []
  const [name, setName] = useState('')
  const act = useAct(onDone)
  const go = useMutation({
    mutationFn: async () => {
      const known = lists.find(list => list.name.toLowerCase() === name.trim().toLowerCase())
      const list = known ?? (await client.lists.save({ name: name.trim() }))
      await act.mutateAsync({
        selection: chosen.selection,
        action: { do: 'add_to_list', list: list.id },
      })
    },
  })
  return (
    <DialogFrame
      title={words.title(chosen.contacts)}
      onClose={onClose}
      act={words.act(chosen.contacts)}
      disabled={name.trim() === ''}
      pending={go.isPending}
      error={go.error}
      onAct={() => go.mutate()}
    >
      <Autocomplete
        size="xs"
        label={words.list}
        description={words.help}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        data-autofocus
        maxLength={120}
        maxDropdownHeight={240}
        limit={100}
        data={[...new Set(lists.map(list => list.name))]}
        value={name}
        onChange={setName}
      />
    </DialogFrame>
  )
}
