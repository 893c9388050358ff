import type { ReactNode } from 'react'
import type { ContactDetail } from '../../../src-main/contract/contacts.ts'
import { talk } from '../../format/duration.ts'
import { languageName } from '../../format/language.ts'
import { day } from '../../format/time.ts'
import { zoneName } from '../../format/zone.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Phone } from '../../ui/Phone.tsx'
import classes from './contact.module.css'

const words = text.contact.person

/** Everything that is known of a person; rows without a value are left out. */
export function Person({ contact }: { contact: ContactDetail }) {
  const { phone, phoneAsImported, furtherPhones, zone, zones, region, language, importedBy } = contact
  return (
    <Panel title={words.title}>
      <dl className={classes.facts}>
        <Fact label={words.number}>
          {phone === null ? words.none : <NumberLine {...contact} phone={phone} />}
        </Fact>
        {phoneAsImported !== phone && (
          <Fact label={words.asImported}>{phoneAsImported && <code>{phoneAsImported}</code>}</Fact>
        )}
        <Fact label={words.further}>
          {furtherPhones.length > 0 &&
            furtherPhones.map(further => (
              <div key={further.phone}>
                <NumberLine {...further} />
                {further.doNotCall && <small className={classes.blocked}>{words.blocked}</small>}
              </div>
            ))}
        </Fact>
        <Fact label={words.zone}>
          {zones.length > 0 &&
            zones.map(one => (
              <div key={one}>
                {zoneName(one)}
                <small>{one === zone ? words.byHand : words.byNumber}</small>
              </div>
            ))}
        </Fact>
        <Fact label={words.region}>{region}</Fact>
        <Fact label={words.language}>{language && languageName(language)}</Fact>
        <Fact label={words.tags}>{contact.tags.length > 0 && <Chips of={contact.tags} />}</Fact>
        <Fact label={words.lists}>{contact.lists.length > 0 && <Chips of={contact.lists} />}</Fact>
        <Fact label={words.talked}>
          {contact.conversations > 0 && words.talkedSum(contact.conversations, talk(contact.talkMs))}
        </Fact>
        <Fact label={words.flags}>{flagsOf(contact)}</Fact>
        <Fact label={words.import}>
          {importedBy && (
            <>
              {text.told(importedBy.title)}
              <small>{day(importedBy.at)}</small>
            </>
          )}
        </Fact>
        {Object.entries(contact.fields).map(([name, value]) => (
          <Fact key={name} label={name}>
            {value}
          </Fact>
        ))}
      </dl>
    </Panel>
  )
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) =>
  children ? (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  ) : null

type Numbered = Pick<ContactDetail['furtherPhones'][number], 'phone' | 'country' | 'phoneType'>

const NumberLine = ({ phone, country, phoneType }: Numbered) => (
  <>
    <Phone number={phone} country={country} />
    {phoneType !== null && <small>{text.contact.types[phoneType]}</small>}
  </>
)

const Chips = ({ of }: { of: readonly { readonly id: number; readonly name: string }[] }) => (
  <span className={classes.tags}>
    {of.map(({ id, name }) => (
      <span key={id} className={classes.tag}>
        {name}
      </span>
    ))}
  </span>
)

const flagsOf = ({ texted, openedLink, goalAchieved, longestBeforeTransferMs }: ContactDetail) =>
  [
    goalAchieved && words.goal,
    texted && words.texted,
    openedLink && words.openedLink,
    longestBeforeTransferMs !== null && words.transferred(talk(longestBeforeTransferMs)),
  ]
    .filter(Boolean)
    .join(', ')
