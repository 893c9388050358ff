import { ActionIcon, Button, Modal, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactDetail } from '../../../src-main/contract/contacts.ts'
import { api, queryClient, refusalOf } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { CountrySelect, homeCountry } from '../../ui/CountrySelect.tsx'
import { Field } from '../../ui/Field.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { say } from '../../ui/say.tsx'
import { troubleOf } from '../../ui/trouble.ts'
import classes from './contact.module.css'
import { type ContactForm, editOf, formOf } from './contact-form.ts'

const words = text.contact.form
const zones = Intl.supportedValuesOf('timeZone')

/** Everything a person may set about a contact. Only what was changed is sent. */
export function EditDialog({ contact, onClose }: { contact: ContactDetail; onClose: () => void }) {
  const [start] = useState(() => formOf(contact))
  const [form, setForm] = useState<ContactForm>(start)
  const [country, setCountry] = useState(contact.country ?? homeCountry)
  const { data: tags = [] } = useQuery(api.tags.all.queryOptions())
  const change = (part: Partial<ContactForm>) => setForm(before => ({ ...before, ...part }))
  const update = useMutation(
    api.contacts.update.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.contacts.key() })
        say(words.saved(form.name || text.contact.noName))
        onClose()
      },
    }),
  )
  const refusal = refusalOf(update.error)
  const at = (field: string) => (refusal?.field === field ? `${refusal.what} ${refusal.cure}` : undefined)
  const elsewhere =
    update.error && !['phone', 'furtherPhones', 'zone', 'language', 'name'].includes(refusal?.field ?? '')
      ? troubleOf(update.error)
      : undefined
  const save = () =>
    update.mutate({
      id: contact.id,
      revision: refusal?.revision ?? contact.revision,
      edit: { ...editOf(start, form), country },
    })
  return (
    <Modal
      opened
      onClose={onClose}
      size={780}
      title={words.title(contact.name || text.contact.noName)}
      closeButtonProps={{ 'aria-label': text.shell.close }}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          save()
        }}
      >
        <div className={classes.pair}>
          <TextInput
            label={words.name}
            data-autofocus
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
        <TagsInput
          label={words.tags}
          data={tags.map(({ name }) => name)}
          maxDropdownHeight={200}
          value={[...form.tags]}
          onChange={next => change({ tags: next })}
        />
        <Fields fields={form.fields} onChange={fields => change({ fields })} />
        {elsewhere && (
          <p className={classes.error} role="alert">
            <StatusGlyph shape="alert" hue="red" />
            {elsewhere.what} {elsewhere.cure}
          </p>
        )}
        <div className={classes.foot}>
          <Button onClick={onClose}>{text.shell.cancel}</Button>
          <Button type="submit" variant="filled" loading={update.isPending}>
            {words.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

interface FieldsProps {
  readonly fields: ContactForm['fields']
  readonly onChange: (fields: ContactForm['fields']) => void
}

function Fields({ fields, onChange }: FieldsProps) {
  const put = (at: number, part: Partial<ContactForm['fields'][number]>) =>
    onChange(fields.map((field, index) => (index === at ? { ...field, ...part } : field)))
  return (
    <Field label={words.fields}>
      {fields.map((field, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name while theirs is being typed
        <div key={at} className={classes.fieldLine}>
          <TextInput
            aria-label={words.fieldName}
            placeholder={words.fieldName}
            maxLength={100}
            value={field.name}
            onChange={event => put(at, { name: event.currentTarget.value })}
          />
          <TextInput
            aria-label={field.name || words.fieldValue}
            placeholder={words.fieldValue}
            maxLength={10_000}
            value={field.value}
            onChange={event => put(at, { value: event.currentTarget.value })}
          />
          <ActionIcon
            aria-label={words.removeField(field.name)}
            onClick={() => onChange(fields.filter((_, index) => index !== at))}
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={12} />}
        onClick={() => onChange([...fields, { name: '', value: '' }])}
      >
        {words.addField}
      </Button>
    </Field>
  )
}
