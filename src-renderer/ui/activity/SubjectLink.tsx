import { Link } from '@tanstack/react-router'
import type { ActivityEntry } from '../../../src-main/contract/activity.ts'
import { subjectName } from './entry-text.ts'

type Subject = ActivityEntry['subject']

/** Pages of things, by what a subject is. */
const pages: Readonly<Record<string, (id: number) => string>> = {
  campaign: id => `/campaigns/${id}`,
  agent: id => `/agents/${id}`,
  call: id => `/calls/${id}`,
  trunk: () => '/trunks',
  number: () => '/numbers',
  'business hours': () => '/business-hours',
  profile: () => '/compliance',
  'do-not-call list': () => '/contacts/do-not-call',
  entry: () => '/contacts/do-not-call',
  job: () => '/contacts/history',
}
/** Without a row of their own that could be gone. */
const always = new Set(['call', 'profile', 'do-not-call list', 'entry'])

/** What an entry is about, as a link where there is something to open. */
export function SubjectLink({ subject }: { subject: Subject }) {
  const page = pages[subject.kind]
  const name = subjectName(subject)
  if (page === undefined || !(subject.exists || always.has(subject.kind)))
    return <span title={name}>{name}</span>
  return (
    <Link to={page(subject.id ?? 0)} title={name}>
      {name}
    </Link>
  )
}
