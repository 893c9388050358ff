import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { AgentSummary } from '../../../src-main/contract/agents.ts'
import { api, client, queryClient } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { RemoveDialog } from '../../ui/RemoveDialog.tsx'
import { say, sayRefusal } from '../../ui/say.tsx'

const words = text.agents
const refresh = () => queryClient.invalidateQueries({ queryKey: api.agents.key() })

/** Switches an agent on or off, on the revision that it has now. */
async function turn({ id, active }: Pick<AgentSummary, 'id' | 'active'>) {
  const { revision } = await client.agents.get({ id })
  return client.agents.update({ id, revision, change: { active: !active } })
}

export function AgentMenu({ agent }: { agent: AgentSummary }) {
  const { id, name, active, published, campaigns } = agent
  const [removing, setRemoving] = useState(false)
  const duplicate = useMutation(
    api.agents.duplicate.mutationOptions({
      onSuccess: made => {
        say(words.duplicated(made.name))
        void refresh()
      },
      onError: failure => sayRefusal(failure, words.notDuplicated),
    }),
  )
  const switching = useMutation({
    mutationFn: () => turn(agent),
    onSuccess: refresh,
    onError: failure => sayRefusal(failure, words.notSwitched),
  })
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size="sm" aria-label={words.menu.of(name)}>
            <IconDots size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item renderRoot={props => <Link to="/agents/$id/flow" params={{ id }} {...props} />}>
            {words.menu.flow}
          </Menu.Item>
          <Menu.Item onClick={() => duplicate.mutate({ id })}>{words.menu.duplicate}</Menu.Item>
          {published && (
            <Menu.Item onClick={() => switching.mutate()}>
              {active ? words.menu.switchOff : words.menu.switchOn}
            </Menu.Item>
          )}
          <Menu.Item disabled={campaigns > 0} onClick={() => setRemoving(true)}>
            {words.menu.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {removing && (
        <RemoveDialog
          words={words.remove}
          name={name}
          lost={words.remove.lost}
          remove={() => client.agents.remove({ id })}
          shownBy={api.agents.key()}
          onClose={() => setRemoving(false)}
        />
      )}
    </>
  )
}
