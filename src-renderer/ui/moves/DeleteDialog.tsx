import { Checkbox, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, queryClient } from '../../api/client.ts'
import { useCampaignLive } from '../../api/live.ts'
import { text } from '../../text/text.ts'
import { say } from '../say.tsx'
import { DialogFrame } from './DialogFrame.tsx'
import { dialogTitle, type MoveDialogProps } from './dialog.ts'

/** Says what will be gone and what stays; the name has to be typed. */
export function DeleteDialog({ asked, onClose }: MoveDialogProps) {
  const [typed, setTyped] = useState('')
  const [eraseCalls, setEraseCalls] = useState(false)
  const places = useCampaignLive(asked.id, live => live?.campaign.contacts ?? 0)
  const calls = useCampaignLive(asked.id, live => live?.figures.ended ?? 0)
  const navigate = useNavigate()
  const remove = useMutation(
    api.campaigns.remove.mutationOptions({
      onSuccess: async () => {
        say(text.moves.deleted(asked.name))
        onClose()
        await navigate({ to: '/campaigns' })
        await queryClient.invalidateQueries({ queryKey: api.campaigns.key() })
      },
    }),
  )
  const words = text.moves.delete
  return (
    <DialogFrame
      title={dialogTitle(asked)}
      onClose={onClose}
      act={words.act}
      danger
      disabled={typed.trim() !== asked.name.trim()}
      keep={words.keep}
      pending={remove.isPending}
      error={remove.error}
      onAct={() => remove.mutate({ id: asked.id, typedName: typed, eraseCalls })}
    >
      <p>{words.lost(asked.name, places, calls)}</p>
      {calls > 0 && (
        <Checkbox
          label={words.erase}
          description={words.eraseHelp}
          checked={eraseCalls}
          onChange={event => setEraseCalls(event.currentTarget.checked)}
        />
      )}
      <TextInput
        label={words.typeName}
        placeholder={asked.name}
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
      />
    </DialogFrame>
  )
}
