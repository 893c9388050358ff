import { Button } from '@mantine/core'
import { IconPrinter, IconRefresh } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api, queryClient } from '../../../api/client.ts'
import { useCampaignLive } from '../../../api/live.ts'
import { clockSeconds } from '../../../format/time.ts'
import { text } from '../../../text/text.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import { FilterBar } from '../../../ui/FilterBar.tsx'
import { Panels } from '../../../ui/Panels.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import classes from './Analytics.module.css'
import { Filters } from './filters/Filters.tsx'
import { BestTimesPanel } from './panels/BestTimesPanel.tsx'
import { ComparePanel } from './panels/ComparePanel.tsx'
import { FunnelPanel } from './panels/FunnelPanel.tsx'
import { GoalsPanel } from './panels/GoalsPanel.tsx'
import { GroupsPanel } from './panels/GroupsPanel.tsx'
import { QuestionPanel } from './panels/QuestionPanel.tsx'
import { TrendPanel } from './panels/TrendPanel.tsx'
import { isNarrowed } from './search.ts'
import { useAnalytics, useChoices } from './use-analytics.ts'

const route = getRouteApi('/campaigns/$id/analytics')
const words = text.analytics

/** Read from the top: how far the contacts came, when and through which line they answer, and what they said. */
export function Analytics() {
  const { id } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const name = useCampaignLive(id as never, live => live?.campaign.name) ?? ''
  const choices = useChoices(id)
  const { calls, contacts, outcomes } = useAnalytics(id, search)
  const failed = choices.error ?? calls.error ?? contacts.error ?? outcomes.error
  const again = () => void queryClient.invalidateQueries({ queryKey: api.analytics.key() })
  if (failed && !(choices.data && calls.data && contacts.data && outcomes.data))
    return <ErrorPanel what={words.failed} error={failed} onRetry={again} />
  const ended = calls.data?.total.ended
  const bar = choices.data && (
    <FilterBar
      right={
        <>
          {ended !== undefined && (
            <span className="num">{words.asOf(ended, clockSeconds(calls.dataUpdatedAt))}</span>
          )}
          <Button size="compact-xs" variant="subtle" leftSection={<IconRefresh size={12} />} onClick={again}>
            {words.refresh}
          </Button>
          <Button
            size="compact-xs"
            leftSection={<IconPrinter size={12} />}
            renderRoot={props => (
              <Link {...props} to="/campaigns/$id/report" params={{ id }} search={search} />
            )}
          >
            {words.report.open}
          </Button>
        </>
      }
    >
      <Filters campaign={id} choices={choices.data} search={search} />
    </FilterBar>
  )
  if (!choices.data || !calls.data)
    return (
      <>
        {bar}
        <SkeletonRows rows={10} height={42} />
      </>
    )
  if (calls.data.total.ended === 0)
    return (
      <>
        {bar}
        {isNarrowed(search) ? (
          <EmptyState title={words.noMatch} sentence={words.noMatchSentence}>
            <Button onClick={() => void navigate({ search: {}, replace: true })}>
              {text.shell.clearFilters}
            </Button>
          </EmptyState>
        ) : (
          <EmptyState title={words.empty} sentence={words.emptySentence} />
        )}
      </>
    )
  const shown = { of: name, choices: choices.data, calls: calls.data, search }
  return (
    <>
      {bar}
      <Panels dense>
        {search.with && <ComparePanel campaign={id} other={search.with} {...shown} />}
        <div className={classes.pair}>
          <FunnelPanel {...shown} contacts={contacts.data} />
          <TrendPanel {...shown} contacts={contacts.data} />
          <BestTimesPanel {...shown} />
          <GroupsPanel campaign={id} {...shown} />
        </div>
        {outcomes.data ? (
          <div className={classes.cards}>
            {outcomes.data.goals.map(goal => (
              <GoalsPanel key={goal.id} {...shown} goal={goal} />
            ))}
            {outcomes.data.questions.map(question => (
              <QuestionPanel key={question.id} campaign={id} {...shown} question={question} />
            ))}
          </div>
        ) : (
          <SkeletonRows rows={4} height={42} />
        )}
      </Panels>
    </>
  )
}
