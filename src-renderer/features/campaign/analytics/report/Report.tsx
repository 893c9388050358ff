import { Button } from '@mantine/core'
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { CampaignRow } from '../../../../../src-main/contract/campaigns.ts'
import { api, queryClient } from '../../../../api/client.ts'
import { useCampaignLive, useCampaignRefused } from '../../../../api/live.ts'
import { moment } from '../../../../format/time.ts'
import { zoneName } from '../../../../format/zone.ts'
import { text } from '../../../../text/text.ts'
import { ErrorPanel } from '../../../../ui/ErrorPanel.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { GonePage } from '../../../../ui/record/GonePage.tsx'
import { SkeletonRows } from '../../../../ui/Skeleton.tsx'
import { Tiles } from '../../../../ui/Tiles.tsx'
import { periodWords } from '../filters/period-words.ts'
import { BestTimesPanel } from '../panels/BestTimesPanel.tsx'
import { FunnelPanel } from '../panels/FunnelPanel.tsx'
import { GoalsPanel } from '../panels/GoalsPanel.tsx'
import { GroupsPanel } from '../panels/GroupsPanel.tsx'
import { QuestionPanel } from '../panels/QuestionPanel.tsx'
import { TrendPanel } from '../panels/TrendPanel.tsx'
import { groupings } from '../search.ts'
import { useAnalytics, useChoices } from '../use-analytics.ts'
import classes from './Report.module.css'
import { tilesOf } from './tiles-of.ts'
import { usePaper } from './use-paper.ts'

const route = getRouteApi('/campaigns/$id/report')
const words = text.analytics.report

/** All that analytics says of a campaign, on pages to print or to keep as a PDF. */
export function Report() {
  const { id } = route.useParams()
  const search = route.useSearch()
  const campaign = id as CampaignRow['id']
  const name = useCampaignLive(campaign, live => live?.campaign.name)
  const refused = useCampaignRefused(campaign)
  const choices = useChoices(id)
  const { calls, contacts, outcomes } = useAnalytics(id, search)
  usePaper()
  const path = (
    <Link to="/campaigns/$id/analytics" params={{ id }} search={search}>
      {name ?? text.campaign.waiting}
    </Link>
  )
  if (refused)
    return (
      <GonePage
        title={text.campaign.gone}
        path={path}
        refusal={refused}
        all="/campaigns"
        allWord={text.campaign.all}
      />
    )
  const failed = choices.error ?? calls.error ?? contacts.error ?? outcomes.error
  const shown = name !== undefined &&
    choices.data &&
    calls.data && { of: name, choices: choices.data, calls: calls.data, search }
  const ready = shown && contacts.data && outcomes.data
  return (
    <Page
      title={words.title}
      path={path}
      toRead
      actions={
        <>
          <Button
            leftSection={<IconArrowLeft size={14} />}
            renderRoot={props => (
              <Link {...props} to="/campaigns/$id/analytics" params={{ id }} search={search} />
            )}
          >
            {words.back}
          </Button>
          <Button
            variant="filled"
            leftSection={<IconPrinter size={14} />}
            disabled={!ready}
            onClick={() => window.print()}
          >
            {words.print}
          </Button>
        </>
      }
    >
      {ready ? (
        <article className={classes.report} data-report>
          <header className={classes.head}>
            <h2 className={classes.name}>{name}</h2>
            <p className={classes.fact}>
              {words.fact(
                periodWords(shown.choices, search),
                zoneName(shown.choices.zone),
                moment(calls.dataUpdatedAt),
              )}
            </p>
          </header>
          <Tiles
            label={words.figures}
            columns={6}
            tiles={tilesOf(shown.calls.total, contacts.data.funnel, shown.choices.currency)}
          />
          <div className={classes.pair}>
            <FunnelPanel {...shown} contacts={contacts.data} />
            <BestTimesPanel {...shown} />
          </div>
          <TrendPanel {...shown} contacts={contacts.data} only="rates" />
          <TrendPanel {...shown} contacts={contacts.data} only="duration" />
          {groupings.map(by => (
            <GroupsPanel key={by} campaign={id} {...shown} only={by} />
          ))}
          <div className={classes.cards}>
            {outcomes.data.goals.map(goal => (
              <GoalsPanel key={goal.id} {...shown} goal={goal} />
            ))}
            {outcomes.data.questions.map(question => (
              <QuestionPanel key={question.id} campaign={id} {...shown} question={question} />
            ))}
          </div>
          <footer className={classes.foot}>{words.foot}</footer>
        </article>
      ) : failed ? (
        <ErrorPanel
          what={text.analytics.failed}
          error={failed}
          onRetry={() => void queryClient.invalidateQueries({ queryKey: api.analytics.key() })}
        />
      ) : (
        <SkeletonRows rows={10} height={42} />
      )}
    </Page>
  )
}
