import { Button } from '@mantine/core'
import { clock } from '../../../format/time.ts'
import { text } from '../../../text/text.ts'
import { troubleOf } from '../../../ui/trouble.ts'
import type { DraftSaving } from './use-draft.ts'

const words = text.flow

interface DraftStateProps {
  readonly saving: DraftSaving
  readonly published: number | null
  /** The draft says something else than what is published. */
  readonly differs: boolean
}

/** Whether what is drawn is stored, and what it follows. */
export function DraftState({ saving, published, differs }: DraftStateProps) {
  if (saving.is === 'saving') return words.saving
  if (saving.is === 'conflict') return words.notSaved
  if (saving.is === 'failed') {
    const { what, cure } = troubleOf(saving.error)
    return (
      <span role="alert">
        {words.notSaved}: {what} {cure}{' '}
        <Button size="compact-xs" variant="subtle" onClick={() => void saving.flush()}>
          {words.unsaved.again}
        </Button>
      </span>
    )
  }
  if (published !== null && !differs) return words.same(published)
  return words.saved(published, clock(saving.savedAt))
}
