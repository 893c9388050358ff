import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CallDetail } from '../../../src-main/contract/calls.ts'
import type { ContactDetail } from '../../../src-main/contract/contacts.ts'
import { api } from '../../api/client.ts'
import { dash } from '../../format/number.ts'
import { day, moment } from '../../format/time.ts'
import { zoneName } from '../../format/zone.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import { LeadStatusText } from '../../ui/Status.tsx'
import { TagChips } from '../../ui/TagChips.tsx'
import classes from './Contact.module.css'

const words = text.call.contact

export const useContact = ({ contact }: Pick<CallDetail, 'contact'>) =>
  useQuery(api.contacts.get.queryOptions({ input: { id: contact.id } })).data

/** Who it is, and where the contact stands now. */
export function Contact({ call }: { call: CallDetail }) {
  const contact = useContact(call)
  if (!contact) return null
  const place = contact.campaigns.find(({ campaign }) => campaign === call.campaign.id)
  const [consent] = contact.consents.filter(({ withdrawnAt }) => withdrawnAt === null)
  return (
    <Panel
      title={words.title}
      aside={
        <Link to="/contacts/$id" params={{ id: contact.id }}>
          {words.open}
        </Link>
      }
    >
      <dl className={classes.facts}>
        <dt>{words.zone}</dt>
        <dd>{zonesOf(contact)}</dd>
        <dt>{words.consent}</dt>
        <dd>
          {contact.consent === null
            ? words.noConsent
            : `${text.contacts.consents[contact.consent]}${consent ? `, ${day(consent.givenAt)}` : ''}`}
        </dd>
        {place && (
          <>
            <dt>{words.status}</dt>
            <dd className={classes.status}>
              <LeadStatusText status={place.status} />
              {place.nextAttemptAt !== null && <span>{words.next(moment(place.nextAttemptAt))}</span>}
            </dd>
          </>
        )}
        <dt>{words.tags}</dt>
        <dd>{contact.tags.length === 0 ? dash : <TagChips tags={contact.tags} />}</dd>
      </dl>
    </Panel>
  )
}

const zonesOf = ({ zone, zones }: ContactDetail) => {
  const names = zones.map(zoneName).join(', ')
  return names === '' ? dash : `${names}, ${zone === null ? words.byNumber : words.byHand}`
}
