import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { AgentDetail } from '../../../src-main/contract/agents.ts'
import { api } from '../../api/client.ts'
import { span } from '../../format/duration.ts'
import { day } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Page } from '../../ui/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RecordPage } from '../../ui/record/RecordPage.tsx'
import { AgentNumbers } from './AgentNumbers.tsx'
import classes from './AgentPage.module.css'
import { ScriptStepRow } from './ScriptStepRow.tsx'
import { scriptOf } from './script.ts'

const route = getRouteApi('/agents/$id')
const words = text.agents
const path = <Link to="/agents">{words.title}</Link>

/** An agent's published version, to read: what it says, what it asks, where each answer leads. */
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
  const script = useMemo(() => scriptOf(agent.flow), [agent])
  const numbers = new Map(script.map(({ id: step, number }) => [step, number]))
  return (
    <Page title={agent.name} path={path} fact={words.version(agent.version, day(agent.publishedAt))}>
      <div className={classes.agent}>
        <Panel title={words.script.title} fact={words.script.fact(script.length)} flush>
          <ol>
            {script.map(step => (
              <ScriptStepRow key={step.id} {...step} numberOf={next => numbers.get(next)} />
            ))}
          </ol>
        </Panel>
        <div className={classes.side}>
          <Panel title={words.about.title}>
            <p>{agent.purpose}</p>
            <dl className={classes.facts}>
              <dt>{words.about.longest}</dt>
              <dd>{span(agent.flow.maxCallSeconds * 1000)}</dd>
              <dt>{words.about.campaigns}</dt>
              <dd>{agent.campaigns}</dd>
            </dl>
          </Panel>
          <AgentNumbers agent={agent} />
          <Panel title={words.variables.title} fact={words.variables.fact}>
            {agent.variables.length === 0 && <p>{words.variables.none}</p>}
            <dl className={classes.facts}>
              {agent.variables.map(name => (
                <div key={name} className={classes.variable}>
                  <dt>{`{{${name}}}`}</dt>
                  <dd>{agent.flow.defaults?.[name] ?? words.variables.fromContact}</dd>
                </div>
              ))}
            </dl>
          </Panel>
        </div>
      </div>
    </Page>
  )
}
