import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { AgentDetail } from '../../../src-main/contract/agents.ts'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { ScriptStepRow } from './ScriptStepRow.tsx'
import { scriptOf } from './script.ts'

const words = text.agents.versions

interface VersionDialogProps {
  readonly agent: Pick<AgentDetail, 'id' | 'name'>
  readonly version: number
  readonly onClose: () => void
}

/** What a version says, to read: it never changes. */
export function VersionDialog({ agent: { id, name }, version, onClose }: VersionDialogProps) {
  const { data, error, refetch } = useQuery(api.agents.version.queryOptions({ input: { id, version } }))
  const script = data ? scriptOf(data.flow) : []
  const numbers = new Map(script.map(({ id: step, number }) => [step, number]))
  return (
    <Modal opened onClose={onClose} title={words.of(version, name)} size={780}>
      {error && <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={6} height={36} />}
      <ol>
        {script.map(step => (
          <ScriptStepRow key={step.id} {...step} numberOf={next => numbers.get(next)} linked={false} />
        ))}
      </ol>
    </Modal>
  )
}
