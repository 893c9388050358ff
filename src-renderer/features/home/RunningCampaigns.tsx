import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { memo } from 'react'
import type { WorkspaceLive } from '../../../src-main/contract/workspace.ts'
import { useWorkspaceLive } from '../../api/live.ts'
import { roughSpan } from '../../format/duration.ts'
import { count, ratio, share } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { Bar } from '../../ui/Bar.tsx'
import { useDayOutlook } from '../../ui/campaign/use-day-outlook.ts'
import { Panel } from '../../ui/Panel.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { campaignLooks } from '../../ui/status.ts'
import { HourLine } from './HourLine.tsx'
import classes from './RunningCampaigns.module.css'

const words = text.home.running

/** Those that rest are found in the list of campaigns; one that paused itself stands above. */
const atWork: Readonly<Partial<Record<WorkspaceLive['campaigns'][number]['state'], true>>> = {
  running: true,
  draining: true,
}

/** Each with the sentence that explains its pace: "why is it slow" is the commonest question. */
export function RunningCampaigns() {
  const campaigns = (useWorkspaceLive(live => live?.campaigns) ?? []).filter(({ state }) => atWork[state])
  const ends = useDayOutlook()?.ends ?? []
  const active = campaigns.reduce((sum, campaign) => sum + campaign.activeCalls, 0)
  return (
    <Panel
      title={words.title}
      fact={campaigns.length > 0 && words.fact(campaigns.length, active)}
      aside={<Link to="/campaigns">{words.all}</Link>}
      flush
    >
      {campaigns.length === 0 ? (
        <div className={classes.none}>
          <p>
            <strong>{words.none}</strong>
          </p>
          <p>{words.noneSentence}</p>
          <Button component={Link} to="/campaigns/new">
            {text.shell.newCampaign}
          </Button>
        </div>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{words.columns.campaign}</th>
              <th scope="col" className={classes.right}>
                {words.columns.active}
              </th>
              <th scope="col" className={classes.hours}>
                {words.columns.hour}
              </th>
              <th scope="col" className={classes.progress}>
                {words.columns.completed}
              </th>
              <th scope="col" className={classes.right}>
                {words.columns.human}
              </th>
              <th scope="col" className={classes.right}>
                {words.columns.goals}
              </th>
            </tr>
          </thead>
          <tbody>
            {campaigns.map(campaign => (
              <Row
                key={campaign.id}
                campaign={campaign}
                endsAt={ends.find(({ id }) => id === campaign.id)?.at ?? null}
              />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

interface RowProps {
  readonly campaign: WorkspaceLive['campaigns'][number]
  /** By its forecast. */
  readonly endsAt: number | null
}

const Row = memo(function Row({ campaign, endsAt }: RowProps) {
  const { id, name, state, agent, activeCalls, maxCalls, callsLastHour, contacts, finished, hold } = campaign
  const navigate = useNavigate()
  const done = ratio(finished, contacts)
  return (
    <tr onClick={() => void navigate({ to: '/campaigns/$id', params: { id } })}>
      <td>
        <div className={classes.name}>
          <StatusGlyph {...campaignLooks[state]} />
          <Link to="/campaigns/$id" params={{ id }} onClick={event => event.stopPropagation()}>
            {name}
          </Link>
          {agent && <span className={classes.agent}>{words.agent(agent.name, agent.version)}</span>}
          <span className="unseen">{text.words.campaigns[state]}</span>
        </div>
        <div className={classes.hold}>
          {text.told(hold) || (state === 'running' ? words.nothingHolds : text.words.campaigns[state])}
        </div>
      </td>
      <td className={`${classes.right} num`}>
        <strong>{count(activeCalls)}</strong>
        <div className={classes.small}>{words.of(count(maxCalls))}</div>
      </td>
      <td className={`${classes.hours} num`}>
        <HourLine hours={campaign.hours} label={words.hours(name)} />
        <strong>{count(callsLastHour)}</strong>
      </td>
      <td className={classes.progress}>
        <div className={`${classes.line} num`}>
          <strong>{share(done)}</strong>
          <span className={classes.small}>
            {endsAt === null ? `${count(finished)} / ${count(contacts)}` : roughSpan(endsAt - Date.now())}
          </span>
        </div>
        <Bar share={done ?? 0} />
      </td>
      <td className={`${classes.right} num`}>{share(campaign.humanAnswerRate, campaign.ended)}</td>
      <td className={`${classes.right} num`}>{share(campaign.conversionRate, campaign.conversations)}</td>
    </tr>
  )
})
