import { Button, Switch, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { AgentDetail } from '../../../src-main/contract/agents.ts'
import { api, queryClient, refusalOf } from '../../api/client.ts'
import { span } from '../../format/duration.ts'
import { text } from '../../text/text.ts'
import { ConflictDialog } from '../../ui/conflict/ConflictDialog.tsx'
import { conflictOf } from '../../ui/conflict/conflict-of.ts'
import { onTheirRevision } from '../../ui/conflict/over-theirs.ts'
import { Panel } from '../../ui/Panel.tsx'
import { sayRefusal } from '../../ui/say.tsx'
import classes from './AgentPage.module.css'

const words = text.agents.about
const reload = () => queryClient.invalidateQueries({ queryKey: api.agents.key() })

/** Name, purpose and whether it is active; what somebody else saved meanwhile is shown instead of overwritten. */
export function AgentAbout({ agent }: { agent: AgentDetail }) {
  const { id, revision, active, published, draft } = agent
  const [name, setName] = useState(agent.name)
  const [purpose, setPurpose] = useState(agent.purpose)
  const save = useMutation(
    api.agents.update.mutationOptions({
      onError: failure => conflictOf(failure) || sayRefusal(failure, words.notChanged),
      // What was typed stays until somebody has chosen.
      onSettled: (_, failure) => (conflictOf(failure) ? undefined : reload()),
    }),
  )
  const refusal = refusalOf(save.error)
  const change = {
    ...(name.trim() !== agent.name && { name: name.trim() }),
    ...(purpose.trim() !== agent.purpose && { purpose: purpose.trim() }),
  }
  const isChanged = Object.keys(change).length > 0
  const flow = published?.flow ?? draft.flow
  return (
    <Panel title={words.title}>
      <form
        className={classes.form}
        onSubmit={event => {
          event.preventDefault()
          if (isChanged) save.mutate({ id, revision, change })
        }}
      >
        <TextInput
          label={words.name}
          maxLength={80}
          value={name}
          error={refusal?.field === 'name' ? refusal.what : undefined}
          onChange={event => setName(event.currentTarget.value)}
        />
        <Textarea
          autosize
          label={words.purpose}
          description={words.purposeHelp}
          maxLength={300}
          value={purpose}
          onChange={event => setPurpose(event.currentTarget.value)}
        />
        {isChanged && (
          <div className={classes.foot}>
            <Button type="submit" disabled={name.trim() === ''} loading={save.isPending}>
              {words.save}
            </Button>
          </div>
        )}
        {published && (
          <Switch
            label={words.active}
            description={words.activeHelp}
            checked={active}
            onChange={event => save.mutate({ id, revision, change: { active: event.currentTarget.checked } })}
          />
        )}
      </form>
      <ConflictDialog
        save={save}
        names={{ name: words.name, purpose: words.purpose, active: words.active }}
        mine={onTheirRevision}
        onTheirs={() => {
          setName(agent.name)
          setPurpose(agent.purpose)
          void reload()
        }}
      />
      <dl className={classes.facts}>
        <dt>{words.steps}</dt>
        <dd className="num">{Object.keys(flow.steps).length}</dd>
        <dt>{words.longest}</dt>
        <dd>{span(flow.maxCallSeconds * 1000)}</dd>
      </dl>
    </Panel>
  )
}
