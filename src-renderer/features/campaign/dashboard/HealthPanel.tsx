import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import { api } from '../../../api/client.ts'
import { useCampaignLive } from '../../../api/live.ts'
import { text } from '../../../text/text.ts'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import { FindingRow } from '../../../ui/health/FindingRow.tsx'
import { keyOf } from '../../../ui/health/say-finding.ts'
import { Panel } from '../../../ui/Panel.tsx'
import classes from './HealthPanel.module.css'

const words = text.health
const refreshMs = 15_000

const isCalling = (state: CampaignRow['state']) => state === 'running' || state === 'draining'

/** What needs a look in this campaign; quiet when nothing does. */
export function HealthPanel({ id }: { id: CampaignRow['id'] }) {
  const { data, error, refetch } = useQuery(
    api.health.ofCampaign.queryOptions({
      input: { id },
      placeholderData: keepPreviousData,
      refetchInterval: refreshMs,
    }),
  )
  const isAtWork = useCampaignLive(id, live => live === undefined || isCalling(live.campaign.state))
  const findings = data?.findings ?? []
  return (
    <Panel title={words.title} fact={findings.length > 0 && words.fact(findings.length)} flush>
      {error && !data && <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />}
      {findings.length === 0 && (data || (!isAtWork && !error)) && (
        <p className={classes.none}>{isAtWork ? words.none : words.resting}</p>
      )}
      <ul>
        {findings.map(finding => (
          <FindingRow key={keyOf(finding)} finding={finding} id={id} />
        ))}
      </ul>
    </Panel>
  )
}
