import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Finding } from '../../../src-main/contract/health.ts'
import { api } from '../../api/client.ts'
import { useWorkspaceLive } from '../../api/live.ts'
import { count } from '../../format/number.ts'
import { shortMoment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { FindingRow } from '../../ui/health/FindingRow.tsx'
import { keyOf } from '../../ui/health/say-finding.ts'
import { Panel } from '../../ui/Panel.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { noticeLooks } from '../../ui/status.ts'
import classes from './NoticePanel.module.css'

const words = text.home.notices
const mostShown = 5
const refreshMs = 30_000

/** What the advisor finds in the campaigns that call, then what happened, was not read yet, and has no strip above. */
export function NoticePanel() {
  const inStrips = (useWorkspaceLive(live => live?.campaigns) ?? [])
    .filter(({ pausedItself }) => pausedItself)
    .map(({ id }) => id)
  const unread = (useWorkspaceLive(live => live?.notices) ?? []).filter(
    ({ read, kind, campaign }) =>
      !read && !(kind === 'campaign_paused' && campaign !== null && inStrips.includes(campaign)),
  )
  const { data, isError } = useQuery(
    api.health.list.queryOptions({ placeholderData: keepPreviousData, refetchInterval: refreshMs }),
  )
  const findings = oncePerThing(
    (data?.campaigns ?? []).flatMap(({ id, name, findings: found }) =>
      found.map(finding => ({ id, name, finding })),
    ),
  )
  const things = findings.length + unread.length
  return (
    <Panel
      title={words.title}
      fact={things > 0 && count(things)}
      aside={<Link to="/notifications">{text.shell.notices}</Link>}
      flush={things > 0}
    >
      {isError && !data && <p className={classes.none}>{words.advisorFailed}</p>}
      {things === 0 && !isError && <p className={classes.none}>{words.none}</p>}
      <ul>
        {findings.slice(0, mostShown).map(({ id, name, finding }) => (
          <FindingRow key={`${id} ${keyOf(finding)}`} finding={finding} id={id} name={name} />
        ))}
        {unread.slice(0, mostShown).map(notice => (
          <li key={notice.id} className={classes.notice}>
            <StatusGlyph {...noticeLooks[notice.level]} />
            <span className={classes.words}>
              <strong>{text.told(notice.title)}</strong>
              <span>{text.told(notice.text)}</span>
            </span>
            {notice.campaign === null ? (
              <span className={`${classes.time} num`}>{shortMoment(notice.at)}</span>
            ) : (
              <Link to="/campaigns/$id" params={{ id: notice.campaign }}>
                {words.open}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

interface Found {
  readonly id: number
  readonly name: string
  readonly finding: Finding
}

const isShared = ({ is }: Finding) => is === 'number_score' || is === 'trunk_down'

/** What ails a number or a trunk stands once, with the names of all campaigns that use it. */
function oncePerThing(findings: readonly Found[]): readonly Found[] {
  const things = Map.groupBy(findings, ({ id, finding }) =>
    isShared(finding) ? keyOf(finding) : `${id} ${keyOf(finding)}`,
  )
  return [...things.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, name: [first, ...others].map(({ name }) => name).join(', ') }] : [],
  )
}
