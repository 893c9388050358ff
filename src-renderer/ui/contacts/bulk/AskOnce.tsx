import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { text } from '../../../text/text.ts'
import { DialogFrame } from '../../moves/DialogFrame.tsx'
import type { Chosen } from './chosen.ts'
import { useAct } from './use-act.ts'

interface AskOnceProps {
  readonly chosen: Chosen
  readonly onClose: () => void
  readonly onDone: () => void
}

export function DoNotCallDialog({ chosen, onClose, onDone }: AskOnceProps) {
  const words = text.contacts.forbidding
  const [reason, setReason] = useState<string>(words.usual)
  const act = useAct(onDone)
  return (
    <DialogFrame
      title={words.title(chosen.contacts)}
      onClose={onClose}
      act={words.act(chosen.contacts)}
      keep={words.keep}
      danger
      disabled={reason.trim() === ''}
      pending={act.isPending}
      error={act.error}
      onAct={() =>
        act.mutate({
          selection: chosen.selection,
          action: { do: 'do_not_call', reason: reason.trim(), expiresAt: null },
        })
      }
    >
      <p>{words.lost}</p>
      <TextInput
        label={words.reason}
        description={words.reasonHelp}
        maxLength={500}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </DialogFrame>
  )
}

export function DeleteContactsDialog({ chosen, onClose, onDone }: AskOnceProps) {
  const words = text.contacts.deleting
  const act = useAct(onDone)
  return (
    <DialogFrame
      title={words.title(chosen.contacts)}
      onClose={onClose}
      act={words.act(chosen.contacts)}
      keep={words.keep}
      danger
      pending={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ selection: chosen.selection, action: { do: 'delete' } })}
    >
      <p>{words.lost}</p>
    </DialogFrame>
  )
}
