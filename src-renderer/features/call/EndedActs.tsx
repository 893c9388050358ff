import { Button } from '@mantine/core'
import { IconBan, IconPhone } from '@tabler/icons-react'
import { useState } from 'react'
import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { text } from '../../text/text.ts'
import { DoNotCallDialog } from '../../ui/contacts/bulk/AskOnce.tsx'
import { useAct } from '../../ui/contacts/bulk/use-act.ts'
import { sayRefusal } from '../../ui/say.tsx'
import { useContact } from './Contact.tsx'

const words = text.call.acts
/** From the claim until what follows from a call is decided, and where nothing more is wanted. */
const notAgain = new Set(['queued', 'dialing', 'in_call', 'called', 'completed'])

/** After it: once more, or never again. */
export function EndedActs({ call }: { call: CallDetail }) {
  const contact = useContact(call)
  const [asking, setAsking] = useState(false)
  const act = useAct(() => setAsking(false))
  if (!contact) return null
  const place = contact.campaigns.find(({ campaign }) => campaign === call.campaign.id)
  const selection = { contacts: [contact.id] }
  const again = () =>
    act.mutate(
      { selection, action: { do: 'retry_now', campaign: call.campaign.id } },
      { onError: error => sayRefusal(error, words.stays) },
    )
  return (
    <>
      {place && !contact.doNotCall && !notAgain.has(place.status) && (
        <Button leftSection={<IconPhone size={14} />} loading={act.isPending} onClick={again}>
          {words.again}
        </Button>
      )}
      {!contact.doNotCall && (
        <Button leftSection={<IconBan size={14} />} onClick={() => setAsking(true)}>
          {words.never}
        </Button>
      )}
      {asking && (
        <DoNotCallDialog
          chosen={{ selection, contacts: 1 }}
          onClose={() => setAsking(false)}
          onDone={() => setAsking(false)}
        />
      )}
    </>
  )
}
