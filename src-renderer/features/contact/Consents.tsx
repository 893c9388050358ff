import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ContactDetail } from '../../../src-main/contract/contacts.ts'
import { api, client } from '../../api/client.ts'
import { day } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import { RemoveDialog } from '../../ui/RemoveDialog.tsx'
import { NoRows, Row } from '../../ui/Rows.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { ConsentDialog } from './ConsentDialog.tsx'
import classes from './contact.module.css'

const words = text.contact.consent
type Consent = ContactDetail['consents'][number]

/** Consents with their proof; those that hold now stand first and are ticked. */
export function Consents({ contact }: { contact: ContactDetail }) {
  const [adding, setAdding] = useState(false)
  const [withdrawing, setWithdrawing] = useState<Consent>()
  const consents = [...contact.consents].sort(
    (a, b) =>
      Number(holds(b, contact.consents)) - Number(holds(a, contact.consents)) || b.givenAt - a.givenAt,
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
      {consents.length === 0 && <NoRows>{words.none}</NoRows>}
      <ul>
        {consents.map(consent => (
          <Row
            key={consent.id}
            mark={
              <StatusGlyph
                {...(holds(consent, consents)
                  ? { shape: 'disc-tick', hue: 'green' }
                  : { shape: 'ring-stroke', hue: 'gray' })}
              />
            }
            act={
              holds(consent, consents) && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={words.withdrawNamed(words.kinds[consent.kind])}
                  onClick={() => setWithdrawing(consent)}
                >
                  {words.withdraw}
                </Button>
              )
            }
          >
            <span className={holds(consent, consents) ? undefined : classes.over}>
              {words.kinds[consent.kind]}{' '}
              {consent.purpose === null ? words.any : words.purposes[consent.purpose]}
            </span>
            <small>{detail(consent)}</small>
          </Row>
        ))}
      </ul>
      {adding && <ConsentDialog contact={contact.id} onClose={() => setAdding(false)} />}
      {withdrawing && (
        <RemoveDialog
          words={words.withdrawing}
          name={words.kinds[withdrawing.kind]}
          lost={words.withdrawing.lost}
          remove={() => client.contacts.withdrawConsent({ id: contact.id, consent: withdrawing.id })}
          shownBy={api.contacts.key()}
          onClose={() => setWithdrawing(undefined)}
        />
      )}
    </Panel>
  )
}

/** A withdrawal ends every older consent that it is about, not only the one it is noted with. */
const holds = ({ givenAt, expiresAt, purpose }: Consent, all: readonly Consent[]) =>
  (expiresAt === null || expiresAt > Date.now()) &&
  !all.some(
    other =>
      other.withdrawnAt !== null &&
      other.withdrawnAt >= givenAt &&
      (other.purpose === null || other.purpose === purpose),
  )

function detail({ givenAt, expiresAt, withdrawnAt, channel, source, evidence }: Consent): string {
  const end =
    withdrawnAt !== null
      ? words.withdrawn(day(withdrawnAt))
      : expiresAt !== null && (expiresAt > Date.now() ? words.until : words.over)(day(expiresAt))
  return [words.given(day(givenAt)), end, channel, source, evidence].filter(Boolean).join(', ')
}
