import { Autocomplete, TextInput } from '@mantine/core'
import { useState } from 'react'
import { text } from '../../../text/text.ts'
import { useCustomFields } from '../../contact-filter/use-choices.ts'
import { DialogFrame } from '../../moves/DialogFrame.tsx'
import type { Chosen } from './chosen.ts'
import { useAct } from './use-act.ts'

const words = text.contacts.filling

interface FieldDialogProps {
  readonly chosen: Chosen
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Sets one custom field, known or new; without a value it is taken away. */
export function FieldDialog({ chosen, onClose, onDone }: FieldDialogProps) {
  const known = useCustomFields()
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const act = useAct(onDone)
  const { selection, contacts } = chosen
  const key = name.trim()
  const removes = value.trim() === ''
  const isKnown = known.includes(key)
  return (
    <DialogFrame
      title={words.title(contacts)}
      onClose={onClose}
      act={removes && isKnown ? words.remove(contacts) : words.act(contacts)}
      disabled={key === '' || (removes && !isKnown)}
      pending={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ selection, action: { do: 'set_field', key, value: value.trim() } })}
    >
      <Autocomplete
        size="xs"
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        label={words.field}
        description={words.fieldHelp}
        data-autofocus
        maxLength={100}
        maxDropdownHeight={240}
        limit={100}
        data={[...known]}
        value={name}
        onChange={setName}
      />
      <TextInput
        label={words.value}
        description={words.valueHelp}
        maxLength={10_000}
        value={value}
        onChange={event => setValue(event.currentTarget.value)}
      />
    </DialogFrame>
  )
}
