import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Job } from '../../../../src-main/contract/jobs.ts'
import { api } from '../../../api/client.ts'
import { date } from '../../../format/time.ts'
import { text } from '../../../text/text.ts'
import { Panel } from '../../../ui/Panel.tsx'
import classes from './result.module.css'

const words = text.imports.earlier
const mostShown = 5

/** The most telling count of it, in two words. */
function outcome({ state, result }: Job): string {
  if (state !== 'done') return text.sentence.within(text.jobs.states[state])
  if (result?.is !== 'import') return ''
  const { added, updated } = result.counts
  if (added === 0 && updated === 0) return words.unchanged
  return added >= updated ? words.added(added) : words.updated(updated)
}

export function EarlierImports({ except }: { except: Job['id'] }) {
  const { data } = useQuery(
    api.jobs.list.queryOptions({ input: { kinds: ['import'], limit: mostShown + 1 } }),
  )
  const earlier = data?.rows.filter(({ id }) => id !== except).slice(0, mostShown)
  return (
    <Panel
      title={words.title}
      aside={
        <Link to="/contacts/history" search={{ kind: 'imports' }}>
          {words.all}
        </Link>
      }
      flush
    >
      {earlier?.length === 0 && <p className={classes.first}>{words.none}</p>}
      <ul>
        {earlier?.map(job => (
          <li key={job.id} className={classes.earlier}>
            <span className={`${classes.quiet} num`}>{date(job.createdAt)}</span>
            <Link to="/contacts/imports/$id" params={{ id: job.id }}>
              {job.asked.is === 'import' ? job.asked.fileName : text.told(job.title)}
            </Link>
            <span className={`${classes.quiet} num`}>{outcome(job)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
