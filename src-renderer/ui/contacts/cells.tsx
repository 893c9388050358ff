import { IconBan, IconLink, IconMessage, type TablerIcon } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ContactRow } from '../../../src-main/contract/contacts.ts'
import { dash } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { Phone } from '../Phone.tsx'
import { TagChips } from '../TagChips.tsx'
import classes from './cells.module.css'
import { nameOf } from './name-of.ts'

const words = text.contacts

/** Name, tags, and what a supervisor has to know before a call. */
export const NameCell = (row: ContactRow) => (
  <>
    <Link to="/contacts/$id" params={{ id: row.id }} tabIndex={-1} className={classes.name}>
      {nameOf(row)}
    </Link>
    <TagChips tags={row.tags} />
    {row.texted && <Mark icon={IconMessage} word={words.marks.texted} />}
    {row.openedLink && <Mark icon={IconLink} word={words.marks.openedLink} />}
    {(row.doNotCall || row.optedOut) && <Mark icon={IconBan} word={words.marks.doNotCall} />}
  </>
)

const Mark = ({ icon: Icon, word }: { icon: TablerIcon; word: string }) => (
  <span className={classes.mark} title={word}>
    <Icon size={13} aria-hidden="true" />
    <span className="unseen">, {word}</span>
  </span>
)

export const NumberCell = ({ phone, country }: ContactRow) =>
  phone === null ? <Quiet>{words.noNumber}</Quiet> : <Phone number={phone} country={country} />

/** The strongest consent that counts. */
export const ConsentCell = ({ consent }: ContactRow) =>
  consent === null ? (
    <Quiet>{words.consents.none}</Quiet>
  ) : (
    <span className={classes.text}>{words.consents[consent]}</span>
  )

/** What is not there, or less worth a look. */
export const Quiet = ({ children = dash, title }: { children?: string; title?: string }) => (
  <span className={classes.quiet} title={title}>
    {children}
  </span>
)
