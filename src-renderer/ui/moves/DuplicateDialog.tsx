import { Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import { api, queryClient } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { say } from '../say.tsx'
import { DialogFrame } from './DialogFrame.tsx'

const words = text.settings.duplicate

interface DuplicateDialogProps {
  readonly campaign: CampaignRow
  readonly onClose: () => void
}

/** A new draft with the same settings, which opens in the wizard. */
export function DuplicateDialog({ campaign, onClose }: DuplicateDialogProps) {
  const navigate = useNavigate()
  const [withContacts, setWithContacts] = useState(false)
  const copy = useMutation(
    api.campaigns.duplicate.mutationOptions({
      onSuccess: async ({ id }) => {
        onClose()
        say(words.done)
        await queryClient.invalidateQueries({ queryKey: api.campaigns.key() })
        void navigate({ to: '/campaigns/new', search: { campaign: id } })
      },
    }),
  )
  return (
    <DialogFrame
      title={words.title(campaign.name)}
      onClose={onClose}
      act={words.act}
      pending={copy.isPending}
      error={copy.error}
      onAct={() => copy.mutate({ id: campaign.id, withContacts })}
    >
      <p>{words.sentence}</p>
      {campaign.contacts > 0 && (
        <Checkbox
          label={words.withContacts(campaign.contacts)}
          description={words.withContactsHelp}
          checked={withContacts}
          onChange={event => setWithContacts(event.currentTarget.checked)}
        />
      )}
    </DialogFrame>
  )
}
