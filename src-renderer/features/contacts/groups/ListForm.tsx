import { Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactList } from '../../../../src-main/contract/contact-groups.ts'
import { api, queryClient, refusalOf } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { ConflictDialog } from '../../../ui/conflict/ConflictDialog.tsx'
import { conflictOf } from '../../../ui/conflict/conflict-of.ts'
import { overTheirs } from '../../../ui/conflict/over-theirs.ts'
import { DialogFrame } from '../../../ui/moves/DialogFrame.tsx'
import { say } from '../../../ui/say.tsx'

const words = text.contacts.list

interface ListFormProps {
  /** Absent: a new one. */
  readonly list?: ContactList
  readonly onClose: () => void
  readonly onSaved: (id: number) => void
}

export function ListForm({ list, onClose, onSaved }: ListFormProps) {
  const [opened] = useState(() => list && { name: list.name, notes: list.notes })
  const [name, setName] = useState(list?.name ?? '')
  const [notes, setNotes] = useState(list?.notes ?? '')
  const save = useMutation(
    api.lists.save.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: api.lists.key() })
        say(list ? words.saved(name) : words.made(name))
        onSaved(id)
      },
    }),
  )
  if (conflictOf(save.error))
    return (
      <ConflictDialog
        save={save}
        names={{ name: words.name, notes: words.notes }}
        mine={overTheirs}
        onTheirs={() => void queryClient.invalidateQueries({ queryKey: api.lists.key() }).then(onClose)}
      />
    )
  const refusal = refusalOf(save.error)
  const atName = refusal?.field === 'name' ? `${refusal.what} ${refusal.cure}` : undefined
  return (
    <DialogFrame
      title={list ? words.renameTitle(list.name) : words.newTitle}
      onClose={onClose}
      act={words.save}
      disabled={name.trim() === ''}
      pending={save.isPending}
      error={atName ? null : save.error}
      onAct={() =>
        save.mutate({
          ...(list && { id: list.id, opened }),
          name: name.trim(),
          notes,
        })
      }
    >
      <TextInput
        label={words.name}
        data-autofocus
        maxLength={120}
        value={name}
        error={atName}
        onChange={event => setName(event.currentTarget.value)}
      />
      <Textarea
        label={words.notes}
        description={words.notesHelp}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={6}
        value={notes}
        onChange={event => setNotes(event.currentTarget.value)}
      />
    </DialogFrame>
  )
}
