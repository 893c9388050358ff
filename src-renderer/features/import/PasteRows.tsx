import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import { troubleOf } from '../../ui/trouble.ts'
import classes from './ChooseFile.module.css'

const words = text.imports.choose
/** As much as the engine takes. */
const mostSigns = 2_000_000

/** Cells copied from a spreadsheet become a file like any other. */
export function PasteRows({ onArrived }: { onArrived: (upload: string) => void }) {
  const [pasted, setPasted] = useState('')
  const take = useMutation(
    api.imports.paste.mutationOptions({ onSuccess: ({ upload }) => onArrived(upload) }),
  )
  const trouble = take.error ? troubleOf(take.error) : undefined
  return (
    <Panel title={words.paste}>
      <Textarea
        aria-label={words.pasteLabel}
        description={words.pasteHelp}
        placeholder={words.pasteExample}
        minRows={4}
        maxRows={10}
        autosize
        classNames={{ input: classes.pasted ?? '' }}
        maxLength={mostSigns}
        value={pasted}
        {...(trouble && { error: `${trouble.what} ${trouble.cure}` })}
        onChange={event => setPasted(event.currentTarget.value)}
      />
      <Button
        mt={10}
        disabled={pasted.trim() === ''}
        loading={take.isPending}
        onClick={() => take.mutate({ text: pasted })}
      >
        {words.pasteAct}
      </Button>
    </Panel>
  )
}
