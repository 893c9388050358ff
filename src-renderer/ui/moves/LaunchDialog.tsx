import type { CampaignLive } from '../../../src-main/contract/campaigns.ts'
import { useCampaignLive, useWorkspaceLive } from '../../api/live.ts'
import { count, dash } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { StatusGlyph } from '../StatusGlyph.tsx'
import classes from './DialogFrame.module.css'
import { DialogFrame } from './DialogFrame.tsx'
import { dialogTitle, type MoveDialogProps } from './dialog.ts'
import { useAskedAct } from './use-move.ts'

/** A launch calls those who still wait; a restart also those whose attempts came to nothing. */
function callable({ statuses, campaign }: CampaignLive, move: string) {
  if (move === 'restart')
    return campaign.contacts - (statuses.completed ?? 0) - (statuses.called ?? 0) - (statuses.skipped ?? 0)
  return (statuses.pending ?? 0) + (statuses.queued ?? 0) + (statuses.retry ?? 0)
}

/** Names how many people will be called, over which trunk, and whether real telephones ring. */
export function LaunchDialog({ asked, onClose }: MoveDialogProps) {
  const live = useCampaignLive(asked.id, snapshot => snapshot)
  const trunks = useWorkspaceLive(workspace => workspace?.trunks)
  const { act, pending, error } = useAskedAct(asked, onClose)
  const people = live ? callable(live, asked.move) : undefined
  const practice = trunks?.find(trunk => trunk.id === live?.campaign.trunk?.id)?.practice
  const agent = live?.campaign.agent
  const words = text.moves.launch
  return (
    <DialogFrame
      title={dialogTitle(asked)}
      onClose={onClose}
      act={words.act(text.moves.names[asked.move], people ?? 0)}
      disabled={people === undefined || practice === undefined}
      pending={pending}
      error={error}
      onAct={() => act()}
    >
      {live && (
        <>
          <p className={classes.big}>
            {words.willBeCalled}
            <span className={`${classes.figure} num`}>{count(people ?? 0)}</span>
          </p>
          <dl className={classes.facts}>
            <dt>{words.ofContacts}</dt>
            <dd className="num">{count(live.campaign.contacts)}</dd>
            <dt>{words.agent}</dt>
            <dd>{agent ? words.agentVersion(agent.name, agent.version) : dash}</dd>
            <dt>{words.trunk}</dt>
            <dd>{live.campaign.trunk?.name ?? dash}</dd>
            <dt>{words.lines}</dt>
            <dd className="num">{count(live.maxConcurrentCalls)}</dd>
          </dl>
        </>
      )}
      {practice !== undefined && (
        <p className={classes.safe}>
          <StatusGlyph
            {...(practice ? { shape: 'disc-tick', hue: 'green' } : { shape: 'triangle', hue: 'yellow' })}
          />
          {practice ? words.practice : words.real}
        </p>
      )}
    </DialogFrame>
  )
}
