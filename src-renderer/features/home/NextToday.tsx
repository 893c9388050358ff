import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useWorkspaceLive } from '../../api/live.ts'
import { clock, isToday } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { useDayOutlook } from '../../ui/campaign/use-day-outlook.ts'
import { Panel } from '../../ui/Panel.tsx'
import classes from './NextToday.module.css'

const words = text.home.next
const mostShown = 4
const refreshMs = 30_000

/** What begins and ends of itself until midnight, and which campaigns are likely done by then; away where nothing is. */
export function NextToday() {
  const { data = [] } = useQuery(
    api.outlook.nextToday.queryOptions({ placeholderData: keepPreviousData, refetchInterval: refreshMs }),
  )
  const campaigns = useWorkspaceLive(live => live?.campaigns) ?? []
  const ends = (useDayOutlook()?.ends ?? []).flatMap(({ id, at }) => {
    const campaign = campaigns.find(one => one.id === id)
    return campaign && isToday(at) ? [{ at, is: 'ends' as const, campaign, contacts: null }] : []
  })
  const events = [...data, ...ends].toSorted((a, b) => a.at - b.at)
  if (events.length === 0) return null
  return (
    <Panel title={words.title} fact={events.length > mostShown && words.more(events.length - mostShown)}>
      <ul className={classes.list}>
        {events.slice(0, mostShown).map(({ at, is, campaign, contacts }) => (
          <li key={`${at} ${is} ${campaign.id}`}>
            <time className="num">{is === 'ends' ? words.about(clock(at)) : clock(at)}</time>
            <Link to="/campaigns/$id" params={{ id: campaign.id }}>
              {campaign.name}
            </Link>
            <span className={`${classes.what} num`}>{words[is](contacts ?? 0)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
