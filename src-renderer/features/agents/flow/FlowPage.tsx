import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ReactFlowProvider } from '@xyflow/react'
import type { AgentDetail } from '../../../../src-main/contract/agents.ts'
import { api } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { RecordPage } from '../../../ui/record/RecordPage.tsx'
import { FlowEditor } from './FlowEditor.tsx'

const route = getRouteApi('/agents/$id/flow')

/** The drawn script of an agent: its draft, which is saved by itself and published when it is right. */
export function FlowPage() {
  const id = route.useParams().id as AgentDetail['id']
  const query = useQuery(api.agents.get.queryOptions({ input: { id }, refetchOnMount: 'always' }))
  return (
    <RecordPage
      query={query.isFetchedAfterMount || query.error ? query : { ...query, data: undefined }}
      path={<Link to="/agents">{text.agents.title}</Link>}
      all="/agents"
      words={text.agents.one}
    >
      {agent => (
        <ReactFlowProvider>
          <FlowEditor key={agent.id} agent={agent} />
        </ReactFlowProvider>
      )}
    </RecordPage>
  )
}
