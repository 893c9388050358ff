import { Radio, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, queryClient } from '../../api/client.ts'
import { language, languages } from '../../text/language.ts'
import { text } from '../../text/text.ts'
import { Choice } from '../../ui/campaign/fields/Choice.tsx'
import { Field } from '../../ui/Field.tsx'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'
import classes from './Agents.module.css'

const words = text.agents.create
type Way = keyof typeof words.ways
const ways = Object.keys(words.ways) as Way[]
/** The only one that the voice in the program can pronounce. */
const voiceLanguage = 'en'

/** A name and what it begins with; its flow is opened next. */
export function NewAgent({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('')
  const [from, setFrom] = useState<Way>('reminder')
  const [spoken, setSpoken] = useState(language)
  const [tried, setTried] = useState(false)
  const navigate = useNavigate()
  const create = useMutation(
    api.agents.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: api.agents.key() })
        onClose()
        await navigate({ to: '/agents/$id/flow', params: { id } })
      },
    }),
  )
  const missing = name.trim() === ''
  return (
    <DialogFrame
      title={words.title}
      act={words.act}
      onClose={onClose}
      pending={create.isPending}
      error={create.error}
      onAct={() => {
        setTried(true)
        if (!missing) create.mutate({ name: name.trim(), from, language: spoken })
      }}
    >
      <TextInput
        label={words.name}
        maxLength={80}
        value={name}
        error={tried && missing ? words.nameMissing : undefined}
        onChange={event => setName(event.currentTarget.value)}
      />
      <Field label={words.from}>
        <Radio.Group value={from} onChange={value => setFrom(value as Way)} aria-label={words.from} w="100%">
          <div className={classes.ways}>
            {ways.map(way => (
              <Radio
                key={way}
                value={way}
                size="xs"
                className={classes.way ?? ''}
                label={words.ways[way].name}
                description={words.ways[way].what}
              />
            ))}
          </div>
        </Radio.Group>
      </Field>
      {from !== 'empty' && (
        <Field label={words.language} {...(spoken !== voiceLanguage && { help: words.foreignVoice })}>
          <Choice
            label={words.language}
            choices={languages}
            name={one => text.language.names[one]}
            value={spoken}
            onChange={setSpoken}
          />
        </Field>
      )}
    </DialogFrame>
  )
}
