import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ContactDetail } from '../../../src-main/contract/contacts.ts'
import { phone } from '../../format/phone.ts'
import { day } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import classes from './contact.module.css'

const words = text.contact.never

/** What keeps this person from being called, before anything else is read. */
export function NeverCalled({ contact }: { contact: ContactDetail }) {
  const held = contact.suppressions.filter(({ expiresAt }) => expiresAt === null || expiresAt > Date.now())
  const listed = held.some(({ number, scope }) => number === contact.phone && scope === 'all')
  return (
    <>
      {contact.doNotCall && !listed && (
        <Strip>
          <strong>{words.blocked}</strong>
          <Link to="/contacts/do-not-call" search={{ view: 'blocks' }}>
            {words.openBlocks}
          </Link>
        </Strip>
      )}
      {held.map(({ number, scope, campaign, reason, source, at, expiresAt }) => (
        <Strip key={`${number} ${scope} ${campaign}`}>
          <span>
            <strong>
              {scope === 'all'
                ? words.number(phone(number), day(at))
                : words.campaign(campaign ?? '', day(at))}
              {expiresAt !== null && ` ${words.until(day(expiresAt))}`}
            </strong>{' '}
            <small>
              {words.because(
                text.told(reason),
                words.sources[source as keyof typeof words.sources] ?? source,
              )}
            </small>
          </span>
          {scope === 'all' && (
            <Link to="/contacts/do-not-call" search={{ search: number }}>
              {words.open}
            </Link>
          )}
        </Strip>
      ))}
    </>
  )
}

const Strip = ({ children }: { children: ReactNode }) => (
  <div className={classes.never}>
    <StatusGlyph shape="ring-stroke" hue="red" />
    {children}
  </div>
)
