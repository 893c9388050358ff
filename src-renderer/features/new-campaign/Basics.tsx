import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import classes from './CampaignForm.module.css'
import { useCampaignForm } from './context.ts'

const words = text.newCampaign.basics

export function Basics() {
  const form = useCampaignForm()
  const agents = useQuery(api.agents.list.queryOptions())
  const chosen = agents.data?.find(agent => String(agent.id) === form.values.agent)
  return (
    <Panel title={words.title}>
      <div className={classes.grid}>
        <TextInput label={words.name} maxLength={120} autoFocus {...form.getInputProps('name')} />
        <Select
          label={words.agent}
          placeholder={agents.data?.length === 0 ? words.noAgent : words.choose}
          description={chosen?.purpose}
          data={(agents.data ?? []).map(({ id, name, version }) => ({
            value: String(id),
            label: words.agentVersion(name, version),
          }))}
          {...form.getInputProps('agent')}
        />
      </div>
    </Panel>
  )
}
