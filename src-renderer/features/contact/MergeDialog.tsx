import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactDetail, ContactRow } from '../../../src-main/contract/contacts.ts'
import { api, queryClient } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'
import { Phone } from '../../ui/Phone.tsx'
import { say } from '../../ui/say.tsx'
import classes from './contact.module.css'

const words = text.contact.merging
const typedMs = 150
const shown = 8
type Other = Pick<ContactRow, 'id' | 'name' | 'phone' | 'country' | 'calls'>

/** One person who stands in the base twice: chosen among those alike, or searched. */
export function MergeDialog({ contact, onClose }: { contact: ContactDetail; onClose: () => void }) {
  const name = contact.name || text.contact.noName
  const [search, setSearch] = useState('')
  const [asked] = useDebouncedValue(search.trim(), typedMs)
  const [chosen, setChosen] = useState<Other>()
  const alike = useQuery(api.contacts.duplicates.queryOptions({ input: { id: contact.id } }))
  const found = useQuery(
    api.contacts.page.queryOptions({
      input: {
        query: { scope: { of: 'all' }, search: asked },
        sort: { by: 'name' },
        limit: shown + 1,
      },
      enabled: asked.length >= 2,
    }),
  )
  const merge = useMutation(
    api.contacts.merge.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.contacts.key() })
        say(words.done(chosen?.name || text.contact.noName))
        onClose()
      },
    }),
  )
  const others: readonly Other[] | undefined = asked.length >= 2 ? found.data?.rows : alike.data
  const choices = others?.filter(({ id }) => id !== contact.id).slice(0, shown)
  return (
    <DialogFrame
      title={words.title(name)}
      onClose={onClose}
      act={chosen ? words.act(chosen.name || text.contact.noName) : words.choose}
      danger
      disabled={chosen === undefined}
      pending={merge.isPending}
      error={merge.error}
      onAct={() => chosen && merge.mutate({ into: contact.id, from: chosen.id })}
    >
      <p>{words.lost}</p>
      <TextInput
        label={words.search}
        data-autofocus
        value={search}
        onChange={event => setSearch(event.currentTarget.value)}
      />
      {asked.length < 2 && choices && (
        <p className={classes.over}>{choices.length === 0 ? words.none : words.alike}</p>
      )}
      <div className={classes.choices}>
        {choices?.map(other => (
          <button
            key={other.id}
            type="button"
            className={classes.choice}
            aria-pressed={other.id === chosen?.id}
            onClick={() => setChosen(other)}
          >
            <span>{other.name || text.contact.noName}</span>
            {other.phone !== null && <Phone number={other.phone} country={other.country} />}
            <small>{words.calls(other.calls)}</small>
          </button>
        ))}
      </div>
    </DialogFrame>
  )
}
