import { api, queryClient } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { ConflictDialog } from '../../../ui/conflict/ConflictDialog.tsx'
import { onTheirRevision } from '../../../ui/conflict/over-theirs.ts'
import type { useSaveSegment } from './use-save-segment.ts'

const words = text.contacts.segment

interface SegmentConflictProps {
  readonly save: ReturnType<typeof useSaveSegment>
  readonly onClose: () => void
}

/** Name or filter were saved in another window meanwhile. */
export const SegmentConflict = ({ save, onClose }: SegmentConflictProps) => (
  <ConflictDialog
    save={save}
    names={{ name: words.name, filter: words.filter }}
    mine={onTheirRevision}
    onTheirs={() => void queryClient.invalidateQueries({ queryKey: api.segments.key() }).then(onClose)}
  />
)
