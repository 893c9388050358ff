import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import type { ContactList } from '../../../../src-main/contract/contact-groups.ts'
import { api, queryClient, refusalOf } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { CountrySelect, homeCountry } from '../../CountrySelect.tsx'
import { Field } from '../../Field.tsx'
import { DialogFrame } from '../../moves/DialogFrame.tsx'
import { say } from '../../say.tsx'
import classes from './AddContact.module.css'

const words = text.contacts.add
const mostFields = 20

interface AddContactProps {
  /** The list that is chosen at first. */
  readonly list?: number | undefined
  /** Those to choose from. */
  readonly lists: readonly ContactList[]
  /** Given where it goes into a campaign too. */
  readonly campaign?: CampaignRow['id']
  readonly onClose: () => void
}

/** One contact by hand: name, number in any notation, list, custom fields. */
export function AddContact({ list, lists, campaign, onClose }: AddContactProps) {
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [country, setCountry] = useState(homeCountry)
  const [into, setInto] = useState(() => lists.find(({ id }) => id === list)?.id ?? null)
  const [fields, setFields] = useState<readonly (readonly [key: string, value: string])[]>([])
  const add = useMutation(
    api.contacts.add.mutationOptions({
      onSuccess: async () => {
        say(words.done(name.trim() || phone.trim()))
        onClose()
        await Promise.all(
          [api.contacts.key(), api.lists.key(), api.campaigns.key()].map(queryKey =>
            queryClient.invalidateQueries({ queryKey }),
          ),
        )
      },
    }),
  )
  const refusal = refusalOf(add.error)
  const at = (field: string) => (refusal?.field === field ? `${refusal.what} ${refusal.cure}` : undefined)
  const shownAtField = ['name', 'phone', 'country'].some(field => refusal?.field === field)
  const setField = (place: number, next: readonly [string, string]) => setFields(fields.with(place, next))
  return (
    <DialogFrame
      title={words.title}
      onClose={onClose}
      act={words.act}
      disabled={name.trim() === '' && phone.trim() === ''}
      pending={add.isPending}
      error={shownAtField ? null : add.error}
      onAct={() =>
        add.mutate({
          name: name.trim(),
          ...(phone.trim() && { phone: phone.trim() }),
          country,
          list: into,
          ...(campaign !== undefined && { campaign }),
          fields: Object.fromEntries(
            fields.map(([key, value]) => [key.trim(), value.trim()]).filter(([key, value]) => key && value),
          ),
        })
      }
    >
      <TextInput
        label={words.name}
        data-autofocus
        maxLength={500}
        value={name}
        error={at('name')}
        onChange={event => setName(event.currentTarget.value)}
      />
      <TextInput
        label={words.number}
        description={words.numberHelp}
        type="tel"
        maxLength={60}
        value={phone}
        error={at('phone')}
        onChange={event => setPhone(event.currentTarget.value)}
      />
      <CountrySelect label={words.country} value={country} error={at('country')} onChange={setCountry} />
      {lists.length > 0 && (
        <Select
          label={words.list}
          searchable
          data={[
            { value: '', label: words.noList },
            ...lists.map(({ id, name: own }) => ({ value: String(id), label: own })),
          ]}
          value={into === null ? '' : String(into)}
          onChange={next => setInto(lists.find(({ id }) => String(id) === next)?.id ?? null)}
        />
      )}
      <CustomFields fields={fields} onChange={setFields} onSet={setField} />
    </DialogFrame>
  )
}

interface CustomFieldsProps {
  readonly fields: readonly (readonly [key: string, value: string])[]
  readonly onChange: (next: readonly (readonly [string, string])[]) => void
  readonly onSet: (place: number, next: readonly [string, string]) => void
}

function CustomFields({ fields, onChange, onSet }: CustomFieldsProps) {
  const known = useQuery(api.contacts.facets.queryOptions()).data?.fields ?? []
  const fresh = known.find(key => !fields.some(([own]) => own === key)) ?? ''
  return (
    <Field label={words.fields}>
      {fields.map(([key, value], place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: its name is what is typed here
        <div key={place} className={classes.field}>
          <TextInput
            aria-label={words.fieldName}
            placeholder={words.fieldName}
            maxLength={100}
            value={key}
            onChange={event => onSet(place, [event.currentTarget.value, value])}
          />
          <TextInput
            aria-label={words.fieldValue}
            placeholder={words.fieldValue}
            maxLength={10_000}
            value={value}
            onChange={event => onSet(place, [key, event.currentTarget.value])}
          />
          <ActionIcon
            size="sm"
            aria-label={words.removeField(key)}
            onClick={() => onChange(fields.toSpliced(place, 1))}
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={fields.length >= mostFields}
          leftSection={<IconPlus size={12} />}
          onClick={() => onChange([...fields, [fresh, '']])}
        >
          {words.addField}
        </Button>
      </div>
    </Field>
  )
}
