import { Drawer } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { LeadRow } from '../../../src-main/contract/campaigns.ts'
import type { WhyNotNow } from '../../../src-main/contract/holds.ts'
import { api } from '../../api/client.ts'
import { span } from '../../format/duration.ts'
import { clockSeconds, moment, wallClock } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { ErrorPanel } from '../ErrorPanel.tsx'
import { SkeletonRows } from '../Skeleton.tsx'
import { StatusGlyph } from '../StatusGlyph.tsx'
import { Decisions } from './Decisions.tsx'
import classes from './WhyDrawer.module.css'

const words = text.why
const refreshMs = 5_000
/** A wait under a second is none. */
const aMoment = 1_000
/** Kinds of holds that nothing ends. */
const forGood: ReadonlySet<string> = new Set(['finished', 'skipped', 'do-not-call'])

interface WhyDrawerProps {
  readonly lead: Pick<LeadRow, 'lead' | 'contact' | 'name'>
  readonly onClose: () => void
}

/** The engine's own rules about one contact, and what they decided before. */
export function WhyDrawer({ lead, onClose }: WhyDrawerProps) {
  const { data, error, refetch } = useQuery(
    api.holds.whyNotNow.queryOptions({ input: { lead: lead.lead }, refetchInterval: refreshMs }),
  )
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={440}
      title={words.title(lead.name)}
      classNames={{ title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': text.shell.close }}
    >
      {error && <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonRows rows={5} height={32} />}
      {data && <Answer answer={data} />}
      <Decisions contact={lead.contact} />
    </Drawer>
  )
}

function Answer({ answer: { holds, earliest, localTime, checkedAt } }: { answer: WhyNotNow }) {
  return (
    <section className={classes.answer}>
      <p className={classes.sum}>{summary(holds, earliest)}</p>
      <dl className={`${classes.facts} num`}>
        <dt>{words.local}</dt>
        <dd>{wallClock(localTime)}</dd>
        <dt>{words.checked}</dt>
        <dd>{clockSeconds(checkedAt)}</dd>
      </dl>
      {holds.length > 0 && (
        <>
          <h3>{words.holds}</h3>
          <ul className={classes.holds}>
            {holds.map(({ reason, text: what, until }) => (
              <li key={`${reason} ${what}`}>
                <StatusGlyph
                  {...(forGood.has(reason)
                    ? { shape: 'ring-stroke', hue: 'gray' }
                    : until === null
                      ? { shape: 'info', hue: 'blue' }
                      : { shape: 'clock', hue: 'indigo' })}
                />
                <span>
                  {text.told(what)}
                  <small className="num">
                    {until !== null ? words.until(moment(until)) : !forGood.has(reason) && words.noUntil}
                  </small>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function summary(holds: WhyNotNow['holds'], earliest: number | null): string {
  if (holds.length === 0) return words.next
  if (holds.some(({ reason }) => forGood.has(reason))) return words.never
  if (holds.some(({ reason }) => reason === 'on-call')) return words.onCall
  if (holds.some(({ reason }) => reason === 'not-running')) return words.notRunning
  if (earliest === null) return words.unknown
  const wait = earliest - Date.now()
  return wait < aMoment ? words.soon : words.from(moment(earliest), span(wait))
}
