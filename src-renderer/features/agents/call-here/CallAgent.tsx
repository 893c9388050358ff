import { SegmentedControl } from '@mantine/core'
import type { AgentDetail } from '../../../../src-main/contract/agents.ts'
import { flowChanges, isChanged, type StepId } from '../../../../src-main/contract/flow.ts'
import { text } from '../../../text/text.ts'
import classes from '../AgentPage.module.css'
import { CallHere } from './CallHere.tsx'

const words = text.callHere

interface CallAgentProps {
  readonly agent: AgentDetail
  readonly which: 'published' | 'draft'
  readonly onWhich: (which: 'published' | 'draft') => void
  readonly onAt: (step: StepId | null) => void
  readonly onClose: () => void
}

/** Beside its script: a call with the version that takes calls, or with the draft where that says something else. */
export function CallAgent({ agent: { published, draft }, which, onWhich, onAt, onClose }: CallAgentProps) {
  const differs = published !== null && isChanged(flowChanges(published.flow, draft.flow))
  return (
    <div className={classes.call}>
      <CallHere
        flow={which === 'published' && published ? published.flow : draft.flow}
        onAt={onAt}
        onClose={onClose}
      >
        {differs && (
          <SegmentedControl
            aria-label={words.which}
            data={[
              { value: 'published', label: words.version(published.version) },
              { value: 'draft', label: words.draft },
            ]}
            value={which}
            onChange={value => onWhich(value as 'published' | 'draft')}
          />
        )}
      </CallHere>
    </div>
  )
}
