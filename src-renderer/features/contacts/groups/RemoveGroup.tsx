import { useMutation } from '@tanstack/react-query'
import type { ContactList, Segment } from '../../../../src-main/contract/contact-groups.ts'
import { api, queryClient } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { DialogFrame } from '../../../ui/moves/DialogFrame.tsx'
import { say } from '../../../ui/say.tsx'

interface RemoveProps {
  readonly onClose: () => void
  readonly onRemoved: () => void
}

export function RemoveList({ list, onClose, onRemoved }: RemoveProps & { readonly list: ContactList }) {
  const words = text.contacts.list
  const remove = useMutation(
    api.lists.remove.mutationOptions({
      onSuccess: async () => {
        onRemoved()
        say(words.removed(list.name))
        await queryClient.invalidateQueries({ queryKey: api.lists.key() })
      },
    }),
  )
  return (
    <DialogFrame
      title={words.removeTitle(list.name)}
      onClose={onClose}
      act={words.remove}
      keep={words.keep}
      danger
      pending={remove.isPending}
      error={remove.error}
      onAct={() => remove.mutate({ id: list.id })}
    >
      <p>{words.lost(list.name, list.contacts)}</p>
    </DialogFrame>
  )
}

export function RemoveSegment({ segment, onClose, onRemoved }: RemoveProps & { readonly segment: Segment }) {
  const words = text.contacts.segment
  const remove = useMutation(
    api.segments.remove.mutationOptions({
      onSuccess: async () => {
        onRemoved()
        say(words.removed(segment.name))
        await queryClient.invalidateQueries({ queryKey: api.segments.key() })
      },
    }),
  )
  return (
    <DialogFrame
      title={words.removeTitle(segment.name)}
      onClose={onClose}
      act={words.remove}
      keep={words.keep}
      danger
      pending={remove.isPending}
      error={remove.error}
      onAct={() => remove.mutate({ id: segment.id })}
    >
      <p>{words.lost(segment.name)}</p>
    </DialogFrame>
  )
}
