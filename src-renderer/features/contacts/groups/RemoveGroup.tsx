import { useMutation } from '@tanstack/react-query'
import type { ContactList, Segment } from '../../../../src-main/contract/contact-groups.ts'
import { api, client, queryClient } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { useTellJobEnd } from '../../../ui/jobs/use-job-ends.ts'
import { DialogFrame } from '../../../ui/moves/DialogFrame.tsx'
import { say } from '../../../ui/say.tsx'

const lists = text.contacts.list
const segments = text.contacts.segment

type Group =
  | { readonly is: 'list'; readonly group: ContactList }
  | { readonly is: 'segment'; readonly group: Segment }

interface RemoveGroupProps {
  readonly of: Group
  readonly onClose: () => void
  readonly onRemoved: () => void
}

/** A list or a segment goes; its contacts stay. */
export function RemoveGroup({ of, onClose, onRemoved }: RemoveGroupProps) {
  const { name } = of.group
  const words = of.is === 'list' ? lists : segments
  const tell = useTellJobEnd()
  const remove = useMutation({
    mutationFn: async () => {
      if (of.is === 'list') return tell(await client.lists.remove({ id: of.group.id }))
      await client.segments.remove({ id: of.group.id })
      say(segments.removed(name))
      await queryClient.invalidateQueries({ queryKey: api.segments.key() })
    },
    onSuccess: onRemoved,
  })
  return (
    <DialogFrame
      title={words.removeTitle(name)}
      onClose={onClose}
      act={words.remove}
      keep={words.keep}
      danger
      pending={remove.isPending}
      error={remove.error}
      onAct={() => remove.mutate()}
    >
      <p>{of.is === 'list' ? lists.lost(name, of.group.contacts) : segments.lost(name)}</p>
    </DialogFrame>
  )
}
