import { TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useCampaignLive } from '../../api/live.ts'
import { text } from '../../text/text.ts'
import { DialogFrame } from './DialogFrame.tsx'
import { dialogTitle, type MoveDialogProps } from './dialog.ts'
import { useAskedAct } from './use-move.ts'

/** Says what will be gone and what stays; the name has to be typed. */
export function DeleteDialog({ asked, onClose }: MoveDialogProps) {
  const [typed, setTyped] = useState('')
  const places = useCampaignLive(asked.id, live => live?.campaign.contacts ?? 0)
  const calls = useCampaignLive(asked.id, live => live?.figures.ended ?? 0)
  const navigate = useNavigate()
  const { act, pending, error } = useAskedAct(asked, () => {
    onClose()
    void navigate({ to: '/campaigns' })
  })
  const words = text.moves.delete
  return (
    <DialogFrame
      title={dialogTitle(asked)}
      onClose={onClose}
      act={words.act}
      danger
      disabled={typed.trim() !== asked.name.trim()}
      keep={words.keep}
      pending={pending}
      error={error}
      onAct={() => act()}
    >
      <p>{words.lost(asked.name, places, calls)}</p>
      <TextInput
        label={words.typeName}
        placeholder={asked.name}
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
      />
    </DialogFrame>
  )
}
