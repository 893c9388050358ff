import { useQuery } from '@tanstack/react-query'
import type { AgentRow } from '../../../../src-main/contract/agents.ts'
import { type Flow, fillText, flowVariables } from '../../../../src-main/contract/flow.ts'
import { api } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { useCampaignForm } from '../../../ui/campaign/form/context.ts'
import { Panel } from '../../../ui/Panel.tsx'
import classes from './Review.module.css'

const words = text.newCampaign.review

/** A variable without a default is read out as its name in brackets, so that nobody overlooks it. */
const samples = (flow: Flow) => ({
  ...Object.fromEntries([...flowVariables(flow)].map(name => [name, `[${name}]`])),
  ...flow.defaults,
})

/** The agent's first sentence as it would be heard by a contact that brings no values of its own. */
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
      <p className={classes.first}>
        {text.call.results.quoted(fillText(step.text, samples(published.flow)))}
      </p>
    </Panel>
  )
}
