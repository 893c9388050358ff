import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { span } from '../../format/duration.ts'
import { count, dash } from '../../format/number.ts'
import { openHours, readRanges, weekdays } from '../../format/week.ts'
import { text } from '../../text/text.ts'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { useCampaignForm } from './context.ts'
import classes from './Effect.module.css'
import { assumedSecondsPerCall, callingHours, callsPerHour } from './estimate.ts'
import { windowsOf } from './form.ts'

const words = text.newCampaign.effect

/** What the form does, as it is filled: contacts, hours, pace, and what is still missing. */
export function Effect() {
  const { values } = useCampaignForm()
  const trunks = useQuery(api.trunks.list.queryOptions())
  const trunk = trunks.data?.find(one => String(one.id) === values.trunk)
  const readable = weekdays.every(day => readRanges(values.days[day]) !== undefined)
  const week = readable ? openHours(windowsOf(values.days)) : null
  const lines = Math.min(Number(values.maxConcurrentCalls) || 0, trunk?.maxCalls ?? Number.POSITIVE_INFINITY)
  const perHour = callsPerHour(lines, Number(values.intervalMs))
  const rows = values.upload ? values.upload.rows - values.upload.problems.length : null
  const needed = rows === null ? null : callingHours(rows, perHour)
  const facts: ReadonlyArray<readonly [string, string]> = [
    [words.contacts, rows === null ? dash : count(rows)],
    [words.week, week === null ? dash : words.hours(week)],
    [words.lines, lines > 0 ? count(lines) : dash],
    [words.pace, perHour > 0 ? words.about(count(perHour)) : dash],
    [words.time, needed === null ? dash : words.about(span(needed * 3_600_000))],
  ]
  const missing = [
    !values.name.trim() && words.missing.name,
    !values.agent && words.missing.agent,
    !values.upload && words.missing.contacts,
    !values.trunk && words.missing.trunk,
    values.numbers.length === 0 && words.missing.numbers,
    week === 0 && words.missing.windows,
  ].filter(one => one !== false)
  return (
    <aside className={classes.effect} aria-label={words.title}>
      <h2 className={classes.title}>{words.title}</h2>
      <dl className={`${classes.facts} num`}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.note}>{words.assumed(assumedSecondsPerCall)}</p>
      {trunk && (
        <p className={classes.trunk}>
          <StatusGlyph
            {...(trunk.practice
              ? { shape: 'disc-tick', hue: 'green' }
              : { shape: 'triangle', hue: 'yellow' })}
          />
          {trunk.practice ? words.practice : words.real}
        </p>
      )}
      {missing.length > 0 && (
        <>
          <h3 className={classes.missing}>{words.missing.title}</h3>
          <ul>
            {missing.map(one => (
              <li key={one} className={classes.item}>
                <StatusGlyph shape="dashed-ring" hue="gray" />
                {one}
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  )
}
