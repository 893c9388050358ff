import { Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { AgentDetail } from '../../../src-main/contract/agents.ts'
import { api, queryClient } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'
import { CampaignStateText } from '../../ui/Status.tsx'
import { say } from '../../ui/say.tsx'
import classes from './MoveDialog.module.css'
import type { Behind } from './movable.ts'

const words = text.agents.versions.move

interface MoveDialogProps {
  readonly id: AgentDetail['id']
  readonly newest: number
  readonly behind: readonly Behind[]
  readonly onClose: () => void
}

/** Which campaigns go on with the newest version. */
export function MoveDialog({ id, newest, behind, onClose }: MoveDialogProps) {
  const [chosen, setChosen] = useState(() => new Set(behind.map(campaign => campaign.id)))
  const move = useMutation(
    api.agents.moveCampaigns.mutationOptions({
      onSuccess: async ({ moved, version }) => {
        await Promise.all([
          queryClient.invalidateQueries({ queryKey: api.agents.key() }),
          queryClient.invalidateQueries({ queryKey: api.campaigns.key() }),
        ])
        say(words.done(moved, version))
        onClose()
      },
    }),
  )
  const turn = (campaign: Behind['id'], on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(campaign)
    else next.delete(campaign)
    setChosen(next)
  }
  return (
    <DialogFrame
      title={words.title(newest)}
      act={words.go(chosen.size)}
      disabled={chosen.size === 0}
      pending={move.isPending}
      error={move.error}
      onClose={onClose}
      onAct={() => move.mutate({ id, campaigns: [...chosen] })}
    >
      <p>{words.sentence(newest)}</p>
      <ul className={classes.campaigns} aria-label={words.campaigns}>
        {behind.map(({ id: campaign, name, state, version }) => (
          <li key={campaign}>
            <Checkbox
              label={name}
              checked={chosen.has(campaign)}
              onChange={event => turn(campaign, event.currentTarget.checked)}
            />
            <CampaignStateText state={state} />
            <small>{words.from(version)}</small>
          </li>
        ))}
      </ul>
    </DialogFrame>
  )
}
