import { useInfiniteQuery } from '@tanstack/react-query'
import type { LeadRow } from '../../../src-main/contract/campaigns.ts'
import { client } from '../../api/client.ts'
import { moment, wallClock } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { More } from '../More.tsx'
import { StatusGlyph } from '../StatusGlyph.tsx'
import classes from './Decisions.module.css'

const words = text.why
const pageSize = 20
const looks = {
  call: { shape: 'disc-tick', hue: 'green' },
  wait: { shape: 'clock', hue: 'indigo' },
  skip: { shape: 'ring-stroke', hue: 'gray' },
} as const

/** What was decided about a contact, newest first, over all campaigns. */
export function Decisions({ contact }: Pick<LeadRow, 'contact'>) {
  const log = useInfiniteQuery({
    queryKey: ['decisions', contact],
    queryFn: ({ pageParam, signal }) =>
      client.holds.decisions(
        { contact, limit: pageSize, ...(pageParam !== null && { before: pageParam }) },
        { signal },
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ rows, more }) => (more ? (rows.at(-1)?.id ?? null) : null),
  })
  const { data } = log
  const rows = data?.pages.flatMap(page => page.rows) ?? []
  return (
    <section className={classes.log} aria-labelledby="decision-log">
      <h3 id="decision-log">{words.log}</h3>
      {data && rows.length === 0 && <p className={classes.empty}>{words.logEmpty}</p>}
      <ol>
        {rows.map(({ id, at, campaign, outcome, moment: when, why, localTime, rules }) => (
          <li key={id}>
            <StatusGlyph {...looks[outcome]} />
            <span>
              <strong>{words.outcomes[outcome]}</strong>
              {why && `: ${text.told(why)}`}
              <small>
                {moment(at)} ({wallClock(localTime)}), {words.moments[when]}, {campaign.name}
              </small>
              {rules.length > 0 && (
                <details>
                  <summary>{words.rules(rules.length)}</summary>
                  {rules.map(rule => (
                    <p key={rule.id}>
                      {text.told(rule.jurisdiction)}: {text.told(rule.text)}
                    </p>
                  ))}
                </details>
              )}
            </span>
          </li>
        ))}
      </ol>
      <More list={log} word={words.more} />
    </section>
  )
}
