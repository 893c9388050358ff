import { useMutation } from '@tanstack/react-query'
import type { AgentDetail } from '../../../../src-main/contract/agents.ts'
import { type Flow, flowChanges, inWords } from '../../../../src-main/contract/flow.ts'
import { api, client, queryClient } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { DialogFrame } from '../../../ui/moves/DialogFrame.tsx'
import { say } from '../../../ui/say.tsx'
import classes from './PublishDialog.module.css'

const words = text.flow.publishing

interface PublishDialogProps {
  readonly agent: AgentDetail
  readonly flow: Flow
  /** The revision on which all of the page is stored; `null`: it could not be. */
  readonly flush: () => Promise<number | null>
  readonly onClose: () => void
}

/** What the next version changes, and which campaigns stay where they are. */
export function PublishDialog({ agent, flow, flush, onClose }: PublishDialogProps) {
  const { id, name, published, versions } = agent
  const next = (published?.version ?? 0) + 1
  const publish = useMutation({
    mutationFn: async () => {
      const revision = await flush()
      return revision === null ? null : client.agents.publish({ id, revision })
    },
    onSuccess: async done => {
      if (done) {
        await queryClient.invalidateQueries({ queryKey: api.agents.key() })
        say(words.done(done.version))
      }
      onClose()
    },
  })
  const staying = versions.filter(({ campaigns }) => campaigns.length > 0)
  return (
    <DialogFrame
      title={words.title(name, next)}
      act={words.act(next)}
      onClose={onClose}
      pending={publish.isPending}
      error={publish.error}
      onAct={() => publish.mutate()}
    >
      {published ? (
        <Changes before={published.flow} after={flow} />
      ) : (
        <p>{words.first(Object.keys(flow.steps).length)}</p>
      )}
      <div>
        <h3 className={classes.head}>{words.campaigns}</h3>
        {staying.length === 0 && <p>{words.none}</p>}
        {staying.map(({ version, campaigns }) => (
          <p key={version}>{words.stay(version, campaigns.map(campaign => campaign.name).join(', '))}</p>
        ))}
      </div>
      <p className={classes.note}>{words.forGood}</p>
    </DialogFrame>
  )
}

function Changes({ before, after }: { before: Flow; after: Flow }) {
  const { settings, ...steps } = flowChanges(before, after)
  const lines = [
    ...(['added', 'changed', 'removed'] as const).map(
      kind => [words[kind], steps[kind].map(inWords)] as const,
    ),
    [words.settings, settings.map(part => words.parts[part])] as const,
  ].filter(([, names]) => names.length > 0)
  return (
    <div>
      <h3 className={classes.head}>{words.changes}</h3>
      <dl className={classes.changes}>
        {lines.map(([kind, names]) => (
          <div key={kind}>
            <dt>{kind}</dt>
            <dd>{names.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
