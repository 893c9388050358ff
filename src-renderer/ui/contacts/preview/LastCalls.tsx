import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ContactRow } from '../../../../src-main/contract/contacts.ts'
import { api } from '../../../api/client.ts'
import { shortMoment } from '../../../format/time.ts'
import { text } from '../../../text/text.ts'
import { ResultText } from '../../Status.tsx'
import classes from './ContactPreview.module.css'
import { Part } from './Part.tsx'

const mostShown = 5
/** Among so many entries of the history. */
const looked = 40

/** Its calls, the latest first, as far as the latest entries of its history tell them. */
export function LastCalls({ id }: Pick<ContactRow, 'id'>) {
  const entries = useQuery(api.contacts.history.queryOptions({ input: { id, limit: looked } })).data?.entries
  const calls = entries?.filter(entry => entry.is === 'call').slice(0, mostShown)
  if (!calls) return null
  return (
    <Part title={text.contacts.lastCalls} none={text.contacts.noCalls}>
      {calls.map(({ call, at, campaign, result }) => (
        <li key={call}>
          <Link to="/calls/$id" params={{ id: call }} title={campaign}>
            <ResultText result={result} />
          </Link>
          <span className={`${classes.when} num`}>{shortMoment(at)}</span>
        </li>
      ))}
    </Part>
  )
}
