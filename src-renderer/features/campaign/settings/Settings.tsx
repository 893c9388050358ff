import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import { api } from '../../../api/client.ts'
import { span } from '../../../format/duration.ts'
import { count, dash } from '../../../format/number.ts'
import { phoneCountry } from '../../../format/phone.ts'
import { clock, day } from '../../../format/time.ts'
import { text } from '../../../text/text.ts'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Phone } from '../../../ui/Phone.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import classes from './Settings.module.css'
import { WeekView } from './WeekView.tsx'

const route = getRouteApi('/campaigns/$id')
const words = text.campaign.settings

/** How the campaign is configured: facts, read only. */
export function Settings() {
  const id = route.useParams().id as CampaignRow['id']
  const { data, error, refetch } = useQuery(api.campaigns.get.queryOptions({ input: { id } }))
  if (error) return <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={8} height={32} />
  const { campaign, settings, schedule, createdAt } = data
  const when = (at: number | null) => (at === null ? dash : `${day(at)} ${clock(at)}`)
  return (
    <div className={classes.settings}>
      <Panel title={words.general}>
        <Facts
          facts={[
            [
              words.agent,
              campaign.agent ? (
                <Link key="agent" to="/agents/$id" params={{ id: campaign.agent.id }}>
                  {words.version(campaign.agent.name, campaign.agent.version)}
                </Link>
              ) : (
                dash
              ),
            ],
            [words.trunk, campaign.trunk?.name ?? dash],
            [
              words.numbers,
              <span key="numbers" className={classes.numbers}>
                {campaign.numbers.map(number => (
                  <Phone key={number} number={number} country={phoneCountry(number)} />
                ))}
              </span>,
            ],
            [words.created, when(createdAt)],
            [words.launched, when(campaign.launchedAt)],
          ]}
        />
      </Panel>
      <Panel title={words.calling}>
        <Facts
          facts={[
            [words.maxCalls, count(settings.maxConcurrentCalls)],
            [words.interval, settings.intervalMs === 0 ? words.noInterval : span(settings.intervalMs)],
            [words.ring, words.seconds(settings.ringSeconds)],
            [
              words.retries,
              settings.maxRetries === 0
                ? words.noRetries
                : words.retriesAfter(settings.maxRetries, span(settings.retryMinutes * 60_000)),
            ],
            [words.record, settings.record ? words.recordOn : words.recordOff],
          ]}
        />
      </Panel>
      <Panel title={words.schedule} fact={schedule.zone}>
        <WeekView windows={schedule.windows} />
      </Panel>
    </div>
  )
}

const Facts = ({ facts }: { facts: ReadonlyArray<readonly [string, ReactNode]> }) => (
  <dl className={classes.facts}>
    {facts.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd className="num">{value}</dd>
      </div>
    ))}
  </dl>
)
