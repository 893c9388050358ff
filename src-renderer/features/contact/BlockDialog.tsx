import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactDetail } from '../../../src-main/contract/contacts.ts'
import { api, queryClient } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'
import { say } from '../../ui/say.tsx'

const words = text.contact.blocking

export function BlockDialog({ contact, onClose }: { contact: ContactDetail; onClose: () => void }) {
  const name = contact.name || text.contact.noName
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const block = useMutation(
    api.contacts.act.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.contacts.key() })
        say(words.done(name))
        onClose()
      },
    }),
  )
  const missing = reason.trim() === ''
  return (
    <DialogFrame
      title={words.title(name)}
      onClose={onClose}
      act={words.act}
      danger
      pending={block.isPending}
      error={block.error}
      onAct={() => {
        setTried(true)
        if (missing) return
        block.mutate({
          selection: { contacts: [contact.id] },
          action: { do: 'do_not_call', reason: reason.trim(), expiresAt: null },
        })
      }}
    >
      <p>{words.lost}</p>
      <TextInput
        label={words.reason}
        maxLength={500}
        value={reason}
        error={tried && missing ? words.reasonMissing : undefined}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </DialogFrame>
  )
}
