import { Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactDetail } from '../../../src-main/contract/contacts.ts'
import { api, queryClient, refusalOf } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { CountrySelect, homeCountry } from '../../ui/CountrySelect.tsx'
import { ConflictDialog } from '../../ui/conflict/ConflictDialog.tsx'
import { conflictOf } from '../../ui/conflict/conflict-of.ts'
import { onTheirRevision } from '../../ui/conflict/over-theirs.ts'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'
import { say } from '../../ui/say.tsx'
import { TagField } from '../../ui/TagField.tsx'
import classes from './contact.module.css'
import { type ContactForm, editOf, formOf } from './contact-form.ts'
import { OwnFields } from './OwnFields.tsx'

const words = text.contact.form
/** Fields that show a refusal below themselves. */
const besideField = ['phone', 'furtherPhones', 'zone', 'language', 'name']
const fieldNames = {
  name: words.name,
  phone: words.number,
  furtherPhones: words.further,
  country: words.country,
  zone: words.zone,
  language: words.language,
  tags: words.tags,
}
const reload = () => queryClient.invalidateQueries({ queryKey: api.contacts.key() })
const zones = Intl.supportedValuesOf('timeZone')

/** Everything a person may set about a contact. Only what was changed is sent. */
export function EditDialog({ contact, onClose }: { contact: ContactDetail; onClose: () => void }) {
  const [start] = useState(() => formOf(contact))
  const [revision] = useState(contact.revision)
  const [form, setForm] = useState<ContactForm>(start)
  const [country, setCountry] = useState(contact.country ?? homeCountry)
  const { data: tags = [] } = useQuery(api.tags.all.queryOptions())
  const change = (part: Partial<ContactForm>) => setForm(before => ({ ...before, ...part }))
  const update = useMutation(
    api.contacts.update.mutationOptions({
      onSuccess: async () => {
        await reload()
        say(words.saved(form.name || text.contact.noName))
        onClose()
      },
    }),
  )
  if (conflictOf(update.error))
    return (
      <ConflictDialog
        save={update}
        names={{
          ...fieldNames,
          ...Object.fromEntries(start.fields.map(({ name }) => [`fields.${name}`, name])),
        }}
        mine={onTheirRevision}
        onTheirs={() => void reload().then(onClose)}
      />
    )
  const refusal = refusalOf(update.error)
  const at = (field: string) => (refusal?.field === field ? `${refusal.what} ${refusal.cure}` : undefined)
  return (
    <DialogFrame
      title={words.title(contact.name || text.contact.noName)}
      onClose={onClose}
      wide
      act={words.save}
      pending={update.isPending}
      error={besideField.includes(refusal?.field ?? '') ? undefined : update.error}
      onAct={() =>
        update.mutate({
          id: contact.id,
          revision,
          edit: { ...editOf(start, form), country },
        })
      }
    >
      <div className={classes.pair}>
        <TextInput
          label={words.name}
          maxLength={500}
          value={form.name}
          error={at('name')}
          onChange={event => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={words.number}
          maxLength={60}
          value={form.phone}
          error={at('phone')}
          onChange={event => change({ phone: event.currentTarget.value })}
        />
      </div>
      <div className={classes.pair}>
        <Textarea
          label={words.further}
          description={words.furtherHelp}
          autosize
          minRows={2}
          maxRows={5}
          value={form.furtherPhones}
          error={at('furtherPhones')}
          onChange={event => change({ furtherPhones: event.currentTarget.value })}
        />
        <CountrySelect label={words.country} value={country} onChange={setCountry} />
      </div>
      <div className={classes.pair}>
        <Select
          label={words.zone}
          description={words.zoneHelp}
          data={[...new Set([...(form.zone === '' ? [] : [form.zone]), ...zones])]}
          searchable
          clearable
          value={form.zone || null}
          error={at('zone')}
          onChange={zone => change({ zone: zone ?? '' })}
        />
        <TextInput
          label={words.language}
          description={words.languageHelp}
          maxLength={35}
          value={form.language}
          error={at('language')}
          onChange={event => change({ language: event.currentTarget.value })}
        />
      </div>
      <TagField
        label={words.tags}
        data={tags.map(({ name }) => name)}
        maxDropdownHeight={200}
        value={[...form.tags]}
        onChange={next => change({ tags: next })}
      />
      <OwnFields fields={form.fields} onChange={fields => change({ fields })} />
    </DialogFrame>
  )
}
