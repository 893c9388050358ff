import { Button } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { AgentDetail } from '../../../src-main/contract/agents.ts'
import { flowVariables, type StepId } from '../../../src-main/contract/flow.ts'
import { api } from '../../api/client.ts'
import { day } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Page } from '../../ui/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RecordPage } from '../../ui/record/RecordPage.tsx'
import { AgentAbout } from './AgentAbout.tsx'
import { AgentNumbers } from './AgentNumbers.tsx'
import classes from './AgentPage.module.css'
import { AgentVersions } from './AgentVersions.tsx'
import { CallAgent } from './call-here/CallAgent.tsx'
import { ScriptStepRow } from './ScriptStepRow.tsx'
import { scriptOf } from './script.ts'

const route = getRouteApi('/agents/$id')
const words = text.agents
const path = <Link to="/agents">{words.title}</Link>

/** An agent: what it says, what it asks, where each answer leads, its name, numbers and versions. */
export function AgentPage() {
  const id = route.useParams().id as AgentDetail['id']
  const query = useQuery(api.agents.get.queryOptions({ input: { id } }))
  return (
    <RecordPage query={query} path={path} all="/agents" words={words.one}>
      {agent => <Agent agent={agent} />}
    </RecordPage>
  )
}

function Agent({ agent }: { agent: AgentDetail }) {
  const { published, draft } = agent
  const [called, setCalled] = useState<'published' | 'draft' | null>(null)
  const [at, setAt] = useState<StepId | null>(null)
  const isDraft = published === null || called === 'draft'
  const flow = isDraft ? draft.flow : published.flow
  const script = useMemo(() => scriptOf(flow), [flow])
  const variables = useMemo(() => [...flowVariables(flow)], [flow])
  const numbers = new Map(script.map(({ id: step, number }) => [step, number]))
  const fact = published ? words.version(published.version, day(published.publishedAt)) : words.neverPublished
  return (
    <Page
      title={agent.name}
      path={path}
      fact={fact}
      actions={
        <>
          <Button
            leftSection={<IconPhone size={13} />}
            aria-pressed={called !== null}
            onClick={() => setCalled(now => (now === null ? (published ? 'published' : 'draft') : null))}
          >
            {text.callHere.act}
          </Button>
          <Button
            variant="filled"
            renderRoot={props => <Link to="/agents/$id/flow" params={{ id: agent.id }} {...props} />}
          >
            {words.flow}
          </Button>
        </>
      }
    >
      <div className={classes.agent} data-calling={called !== null || undefined}>
        <Panel
          title={words.script.title}
          fact={isDraft ? words.script.ofDraft(script.length) : words.script.fact(script.length)}
          flush
        >
          {script.length === 0 && <p className={classes.none}>{words.script.none}</p>}
          <ol>
            {script.map(step => (
              <ScriptStepRow
                key={step.id}
                {...step}
                numberOf={next => numbers.get(next)}
                chosen={step.id === at}
              />
            ))}
          </ol>
        </Panel>
        {called !== null ? (
          <CallAgent
            agent={agent}
            which={isDraft ? 'draft' : 'published'}
            onWhich={setCalled}
            onAt={setAt}
            onClose={() => setCalled(null)}
          />
        ) : (
          <div className={classes.side}>
            <AgentAbout key={`${agent.name}\n${agent.purpose}`} agent={agent} />
            <AgentVersions agent={agent} />
            <AgentNumbers agent={agent} />
            <Panel title={words.variables.title} fact={words.variables.fact}>
              {variables.length === 0 && <p>{words.variables.none}</p>}
              <dl className={classes.facts}>
                {variables.map(name => (
                  <div key={name} className={classes.variable}>
                    <dt>{`{{${name}}}`}</dt>
                    <dd>{flow.defaults?.[name] ?? words.variables.fromContact}</dd>
                  </div>
                ))}
              </dl>
            </Panel>
          </div>
        )}
      </div>
    </Page>
  )
}
