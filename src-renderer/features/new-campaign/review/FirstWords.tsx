import { useQuery } from '@tanstack/react-query'
import type { AgentRow } from '../../../../src-main/contract/agents.ts'
import { api } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { useCampaignForm } from '../../../ui/campaign/form/context.ts'
import { Panel } from '../../../ui/Panel.tsx'
import classes from './Review.module.css'

const words = text.newCampaign.review

/** The agent's first sentence, with its variables as they stand. */
export function FirstWords() {
  const agent = useCampaignForm().values.agent
  const { data } = useQuery(
    api.agents.get.queryOptions({ input: { id: Number(agent) as AgentRow['id'] }, enabled: agent !== null }),
  )
  const published = data?.published
  const step = published?.flow.steps[published.flow.start]
  if (!published || !step || !('text' in step) || !step.text) return null
  return (
    <Panel title={words.first} fact={words.firstFact(data.name, published.version)}>
      <p className={classes.first}>“{step.text}”</p>
    </Panel>
  )
}
