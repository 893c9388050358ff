import { Link } from '@tanstack/react-router'
import type { ContactDetail } from '../../../src-main/contract/contacts.ts'
import { phone } from '../../format/phone.ts'
import { day } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import classes from './contact.module.css'

const words = text.contact.never

/** What keeps this person from being called, before anything else is read. */
export function NeverCalled({ contact: { suppressions } }: { contact: ContactDetail }) {
  return suppressions.map(({ number, scope, campaign, reason, source, at, expiresAt }) => (
    <div key={`${number} ${scope} ${campaign}`} className={classes.never}>
      <StatusGlyph shape="ring-stroke" hue="red" />
      <span>
        <strong>
          {scope === 'all' ? words.number(phone(number), day(at)) : words.campaign(campaign ?? '', day(at))}
          {expiresAt !== null && ` ${words.until(day(expiresAt))}`}
        </strong>{' '}
        <small>{words.because(reason, words.sources[source as keyof typeof words.sources] ?? source)}</small>
      </span>
      {scope === 'all' && (
        <Link to="/contacts/do-not-call" search={{ search: number }}>
          {words.open}
        </Link>
      )}
    </div>
  ))
}
