import { FileInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client, queryClient } from '../../api/client.ts'
import { upload } from '../../api/upload.ts'
import { text } from '../../text/text.ts'
import { homeCountry } from '../../ui/CountrySelect.tsx'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'
import { say } from '../../ui/say.tsx'
import classes from './Numbers.module.css'

const words = text.rotation.scores
const mostShown = 5

/** Reads scores of a reputation service; rows that cannot be read are named with line and reason. */
export function ScoresDialog({ onClose }: { onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null)
  const [source, setSource] = useState('')
  const save = useMutation({
    mutationFn: async (file: File) =>
      client.numbers.importScores({
        upload: await upload(file, file.name),
        source,
        defaultCountry: homeCountry,
      }),
    onSuccess: async ({ set, others, rejected }) => {
      await queryClient.invalidateQueries({ queryKey: api.numbers.key() })
      say(words.done(set, others))
      if (rejected === 0) onClose()
    },
  })
  const rejected = save.data?.rejectedRows ?? []
  return (
    <DialogFrame
      title={words.title}
      onClose={onClose}
      act={words.save}
      disabled={file === null || source.trim() === ''}
      pending={save.isPending}
      error={save.error}
      onAct={() => file && save.mutate(file)}
    >
      <FileInput
        size="xs"
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        label={words.file}
        description={words.help}
        placeholder={words.choose}
        accept=".csv,.txt,.tsv,.xlsx"
        value={file}
        onChange={setFile}
      />
      <TextInput
        label={words.source}
        description={words.sourceHelp}
        maxLength={80}
        value={source}
        onChange={event => setSource(event.currentTarget.value)}
      />
      {save.data && save.data.rejected > 0 && (
        <div className={classes.rejected} role="alert">
          <strong>{words.rejected(save.data.rejected)}</strong>
          <ul>
            {rejected.slice(0, mostShown).map(({ line, reason }) => (
              <li key={line}>{words.line(line, reason)}</li>
            ))}
          </ul>
        </div>
      )}
    </DialogFrame>
  )
}
