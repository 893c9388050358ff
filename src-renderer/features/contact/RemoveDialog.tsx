import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ContactDetail } from '../../../src-main/contract/contacts.ts'
import { api, client, queryClient } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'
import { say } from '../../ui/say.tsx'

const words = text.contact.removing

export function RemoveDialog({ contact, onClose }: { contact: ContactDetail; onClose: () => void }) {
  const name = contact.name || text.contact.noName
  const navigate = useNavigate()
  const remove = useMutation({
    mutationFn: () =>
      client.contacts.act({ selection: { contacts: [contact.id] }, action: { do: 'delete' } }),
    onSuccess: async ({ result }) => {
      // One that may not go stays, and the engine says why.
      if (result?.is === 'act' && result.changed === 0) return
      await navigate({ to: '/contacts' })
      await queryClient.invalidateQueries({ queryKey: api.contacts.key() })
      say(words.done(name))
    },
  })
  const kept =
    remove.data?.result?.is === 'act' && remove.data.result.changed === 0 ? remove.data.result : undefined
  return (
    <DialogFrame
      title={words.title(name)}
      onClose={onClose}
      act={words.act}
      keep={words.keep}
      danger
      disabled={kept !== undefined}
      pending={remove.isPending}
      error={remove.error}
      onAct={() => remove.mutate()}
    >
      <p>{words.lost}</p>
      {kept && <p role="alert">{kept.reasons.map(({ reason }) => reason).join(' ')}</p>}
    </DialogFrame>
  )
}
