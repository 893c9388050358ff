import { useQuery } from '@tanstack/react-query'
import type { Job } from '../../../../src-main/contract/jobs.ts'
import { api } from '../../../api/client.ts'
import { count } from '../../../format/number.ts'
import { text } from '../../../text/text.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { StatusGlyph } from '../../../ui/StatusGlyph.tsx'
import type { Look } from '../../../ui/status.ts'
import { troubleOf } from '../../../ui/trouble.ts'
import classes from './result.module.css'

const words = text.imports.callable
const yes: Look = { shape: 'disc-tick', hue: 'green' }
const doubt: Look = { shape: 'triangle', hue: 'yellow' }
const no: Look = { shape: 'ring-stroke', hue: 'gray' }

/** How many of them a campaign may call and with which consent, and why not the others. */
export function Callable({ id }: { id: Job['id'] }) {
  const { data, error } = useQuery(api.imports.callable.queryOptions({ input: { id }, staleTime: 60_000 }))
  const unasked = data?.consents.find(({ consent }) => consent === null)?.contacts ?? 0
  return (
    <Panel title={words.title} fact={data && words.fact(data.callable, data.contacts)}>
      {error ? (
        <p className={classes.quiet}>
          {words.failed}. {troubleOf(error).what}
        </p>
      ) : data ? (
        <ul className={classes.facts}>
          {data.consents.map(({ consent, contacts }) => (
            <Fact
              key={consent}
              look={consent === null ? doubt : yes}
              name={consent === null ? words.noConsent : text.contact.consent.kinds[consent]}
              contacts={contacts}
            />
          ))}
          {data.reasons.map(({ reason, contacts }) => (
            <Fact key={reason} look={no} name={reason} contacts={contacts} />
          ))}
          {unasked > 0 && <li className={classes.quiet}>{words.skipped(unasked)}</li>}
        </ul>
      ) : (
        <SkeletonRows rows={3} height={28} />
      )}
    </Panel>
  )
}

const Fact = ({ look, name, contacts }: { look: Look; name: string; contacts: number }) => (
  <li className={classes.fact}>
    <StatusGlyph {...look} />
    <span>{name}</span>
    <strong className="num">{count(contacts)}</strong>
  </li>
)
