import { Modal } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { AgentDetail } from '../../../src-main/contract/agents.ts'
import { flowChanges, isChanged } from '../../../src-main/contract/flow.ts'
import { api, queryClient } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { say } from '../../ui/say.tsx'
import { ScriptStepRow } from './ScriptStepRow.tsx'
import { scriptOf } from './script.ts'
import { TakeVersion } from './TakeVersion.tsx'

const words = text.agents.versions

interface VersionDialogProps {
  readonly agent: Pick<AgentDetail, 'id' | 'name' | 'draft'>
  readonly version: number
  /** Nothing is lost when the draft is replaced. */
  readonly draftIsPublished: boolean
  readonly onClose: () => void
}

/** What a version says, to read, and to begin the next one with: it never changes itself. */
export function VersionDialog({ agent, version, draftIsPublished, onClose }: VersionDialogProps) {
  const { id, name, draft } = agent
  const { data, error, refetch } = useQuery(api.agents.version.queryOptions({ input: { id, version } }))
  const take = useMutation(
    api.agents.saveDraft.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.agents.key() })
        say(words.take.done(version))
        onClose()
      },
    }),
  )
  const flow = data?.flow
  const script = flow ? scriptOf(flow) : []
  const numbers = new Map(script.map(({ id: step, number }) => [step, number]))
  return (
    <Modal opened onClose={onClose} title={words.of(version, name)} size={780}>
      {error && <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={6} height={36} />}
      {flow && isChanged(flowChanges(draft.flow, flow)) && (
        <TakeVersion
          version={version}
          loses={!draftIsPublished}
          pending={take.isPending}
          error={take.error}
          onTake={() => take.mutate({ id, revision: draft.revision, flow })}
        />
      )}
      <ol>
        {script.map(step => (
          <ScriptStepRow key={step.id} {...step} numberOf={next => numbers.get(next)} linked={false} />
        ))}
      </ol>
    </Modal>
  )
}
