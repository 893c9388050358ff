import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ContactDetail, ContactRow } from '../../../../src-main/contract/contacts.ts'
import { api } from '../../../api/client.ts'
import { talk } from '../../../format/duration.ts'
import { languageName } from '../../../format/language.ts'
import { day } from '../../../format/time.ts'
import { zoneName } from '../../../format/zone.ts'
import { text } from '../../../text/text.ts'
import { ErrorPanel } from '../../ErrorPanel.tsx'
import { Phone } from '../../Phone.tsx'
import { SkeletonRows } from '../../Skeleton.tsx'
import { LeadStatusText } from '../../Status.tsx'
import { StatusGlyph } from '../../StatusGlyph.tsx'
import { nameOf } from '../name-of.ts'
import classes from './ContactPreview.module.css'
import { LastCalls } from './LastCalls.tsx'
import { Part } from './Part.tsx'

const words = text.contact

/** Who the active row is, while the table stays: what a supervisor looks up most, and the way to the whole of it. */
export function ContactPreview({ row }: { row: ContactRow }) {
  const { data, error, refetch } = useQuery(api.contacts.get.queryOptions({ input: { id: row.id } }))
  return (
    <div className={classes.preview}>
      <header className={classes.head}>
        <h2>{nameOf(row)}</h2>
        <Button
          size="compact-xs"
          aria-label={text.contacts.open(nameOf(row))}
          renderRoot={props => <Link to="/contacts/$id" params={{ id: row.id }} {...props} />}
        >
          {text.contacts.openPreviewed}
        </Button>
      </header>
      {(row.doNotCall || row.optedOut) && (
        <p className={classes.never}>
          <StatusGlyph shape="ring-stroke" hue="red" />
          {row.doNotCall ? text.contactFilter.fields.doNotCall : text.contactFilter.fields.optedOut}
        </p>
      )}
      <dl className={classes.facts}>
        <Fact label={words.person.number}>
          {row.phone === null ? words.person.none : <Phone number={row.phone} country={row.country} />}
        </Fact>
        <Fact label={words.person.zone}>{row.zones.map(zoneName).join(', ')}</Fact>
        <Fact label={words.person.language}>{row.language && languageName(row.language)}</Fact>
        <Fact label={words.person.tags}>{row.tags.map(({ name }) => name).join(', ')}</Fact>
        <Fact label={words.person.talked}>
          {row.conversations > 0 && words.person.talkedSum(row.conversations, talk(row.talkMs))}
        </Fact>
        {data && <Known contact={data} />}
      </dl>
      {error && !data && <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonRows rows={6} height={24} />}
      {data && (
        <>
          <Part title={words.campaigns.title} none={words.campaigns.none}>
            {data.campaigns.map(({ lead, campaign, name, status }) => (
              <li key={lead}>
                <Link to="/campaigns/$id" params={{ id: campaign }}>
                  {name}
                </Link>
                <LeadStatusText status={status} />
              </li>
            ))}
          </Part>
          <LastCalls id={row.id} />
        </>
      )}
    </div>
  )
}

const Known = ({ contact }: { contact: ContactDetail }) => (
  <>
    <Fact label={words.person.further}>
      {contact.furtherPhones.map(({ phone, country }) => (
        <div key={phone}>
          <Phone number={phone} country={country} />
        </div>
      ))}
    </Fact>
    <Fact label={words.person.lists}>{contact.lists.map(({ name }) => name).join(', ')}</Fact>
    <Fact label={words.consent.title}>{consentOf(contact)}</Fact>
    {Object.entries(contact.fields).map(([name, value]) => (
      <Fact key={name} label={name}>
        {value}
      </Fact>
    ))}
  </>
)

/** The strongest that counts, with the day it was given. */
function consentOf({ consent, consents }: ContactDetail): string {
  if (consent === null) return text.contacts.consents.none
  const given = Math.max(...consents.filter(({ kind }) => kind === consent).map(({ givenAt }) => givenAt))
  return `${words.consent.kinds[consent]}, ${words.consent.given(day(given))}`
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) =>
  !children || (Array.isArray(children) && children.length === 0) ? null : (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
