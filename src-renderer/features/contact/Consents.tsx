import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactDetail } from '../../../src-main/contract/contacts.ts'
import { api, queryClient } from '../../api/client.ts'
import { day } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { say } from '../../ui/say.tsx'
import { ConsentDialog } from './ConsentDialog.tsx'
import classes from './contact.module.css'

const words = text.contact.consent
type Consent = ContactDetail['consents'][number]

/** Consents with their proof; those that hold now stand first and are ticked. */
export function Consents({ contact }: { contact: ContactDetail }) {
  const [adding, setAdding] = useState(false)
  const [withdrawing, setWithdrawing] = useState<Consent>()
  const consents = [...contact.consents].sort(
    (a, b) => Number(holds(b)) - Number(holds(a)) || b.givenAt - a.givenAt,
  )
  return (
    <Panel
      title={words.title}
      flush
      aside={
        <Button size="compact-xs" variant="subtle" onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      }
    >
      {consents.length === 0 && <p className={classes.none}>{words.none}</p>}
      <ul>
        {consents.map(consent => (
          <li key={consent.id} className={classes.row}>
            <StatusGlyph
              {...(holds(consent)
                ? { shape: 'disc-tick', hue: 'green' }
                : { shape: 'ring-stroke', hue: 'gray' })}
            />
            <span className={`${classes.rowMain} ${holds(consent) ? '' : classes.over}`}>
              {words.kinds[consent.kind]}{' '}
              {consent.purpose === null ? words.any : words.purposes[consent.purpose]}
              <small>{detail(consent)}</small>
            </span>
            {holds(consent) && (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={words.withdrawNamed(words.kinds[consent.kind])}
                onClick={() => setWithdrawing(consent)}
              >
                {words.withdraw}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adding && <ConsentDialog contact={contact.id} onClose={() => setAdding(false)} />}
      {withdrawing && (
        <Withdraw contact={contact.id} consent={withdrawing} onClose={() => setWithdrawing(undefined)} />
      )}
    </Panel>
  )
}

const holds = ({ withdrawnAt, expiresAt }: Consent) =>
  withdrawnAt === null && (expiresAt === null || expiresAt > Date.now())

function detail({ givenAt, expiresAt, withdrawnAt, channel, source, evidence }: Consent): string {
  const end =
    withdrawnAt !== null
      ? words.withdrawn(day(withdrawnAt))
      : expiresAt !== null && (expiresAt > Date.now() ? words.until : words.over)(day(expiresAt))
  return [words.given(day(givenAt)), end, channel, source, evidence].filter(Boolean).join(', ')
}

interface WithdrawProps {
  readonly contact: ContactDetail['id']
  readonly consent: Consent
  readonly onClose: () => void
}

function Withdraw({ contact, consent, onClose }: WithdrawProps) {
  const withdraw = useMutation(
    api.contacts.withdrawConsent.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.contacts.key() })
        say(words.withdrawing.done)
        onClose()
      },
    }),
  )
  return (
    <DialogFrame
      title={words.withdrawing.title(words.kinds[consent.kind])}
      onClose={onClose}
      act={words.withdrawing.act}
      keep={words.withdrawing.keep}
      danger
      pending={withdraw.isPending}
      error={withdraw.error}
      onAct={() => withdraw.mutate({ id: contact, consent: consent.id })}
    >
      <p>{words.withdrawing.lost}</p>
    </DialogFrame>
  )
}
