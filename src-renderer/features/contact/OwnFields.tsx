import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { text } from '../../text/text.ts'
import { Field } from '../../ui/Field.tsx'
import classes from './contact.module.css'
import type { ContactForm } from './contact-form.ts'

const words = text.contact.form

interface OwnFieldsProps {
  readonly fields: ContactForm['fields']
  readonly onChange: (fields: ContactForm['fields']) => void
}

/** Custom fields of a contact: a name and a value each. */
export function OwnFields({ fields, onChange }: OwnFieldsProps) {
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
