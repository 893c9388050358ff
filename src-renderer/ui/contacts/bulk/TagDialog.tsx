import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { DialogFrame } from '../../moves/DialogFrame.tsx'
import { TagField } from '../../TagField.tsx'
import type { Chosen } from './chosen.ts'
import { useAct } from './use-act.ts'

const words = text.contacts.tagging
const mostTags = 50

interface TagDialogProps {
  readonly chosen: Chosen
  readonly adds: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Tags many contacts, also with tags that are new; or takes tags away. */
export function TagDialog({ chosen, adds, onClose, onDone }: TagDialogProps) {
  const known = useQuery(api.tags.all.queryOptions()).data ?? []
  const [names, setNames] = useState<readonly string[]>([])
  const act = useAct(onDone)
  const go = useMutation({
    mutationFn: async () => {
      const tags = await Promise.all(names.map(async name => (await client.tags.save({ name })).id))
      await act.mutateAsync({
        selection: chosen.selection,
        action: { do: adds ? 'add_tags' : 'remove_tags', tags },
      })
    },
  })
  const { contacts } = chosen
  const isKnown = (name: string) => known.some(tag => tag.name.toLowerCase() === name.toLowerCase())
  return (
    <DialogFrame
      title={adds ? words.addTitle(contacts) : words.removeTitle(contacts)}
      onClose={onClose}
      act={adds ? words.add(contacts) : words.remove(contacts)}
      disabled={names.length === 0}
      pending={go.isPending}
      error={go.error}
      onAct={() => go.mutate()}
    >
      <TagField
        size="xs"
        label={words.tags}
        {...(adds && { description: words.help })}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        data-autofocus
        maxTags={mostTags}
        maxDropdownHeight={240}
        limit={100}
        acceptValueOnBlur
        data={known.map(({ name }) => name)}
        value={[...names]}
        onChange={typed =>
          setNames(
            typed.map(name => name.trim().slice(0, 100)).filter(name => name && (adds || isKnown(name))),
          )
        }
      />
    </DialogFrame>
  )
}
