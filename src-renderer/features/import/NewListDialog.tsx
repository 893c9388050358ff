import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactList } from '../../../src-main/contract/contact-groups.ts'
import { api, queryClient } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'

const words = text.imports.targets

interface NewListDialogProps {
  readonly onClose: () => void
  readonly onMade: (list: ContactList['id']) => void
}

export function NewListDialog({ onClose, onMade }: NewListDialogProps) {
  const [name, setName] = useState('')
  const save = useMutation(
    api.lists.save.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: api.lists.key() })
        onMade(id)
      },
    }),
  )
  return (
    <DialogFrame
      title={words.freshTitle}
      onClose={onClose}
      act={words.freshAct}
      disabled={name.trim() === ''}
      pending={save.isPending}
      error={save.error}
      onAct={() => save.mutate({ name: name.trim() })}
    >
      <TextInput
        label={words.freshName}
        data-autofocus
        maxLength={120}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
    </DialogFrame>
  )
}
