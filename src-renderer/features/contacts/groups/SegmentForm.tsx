import { TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Segment } from '../../../../src-main/contract/contact-groups.ts'
import type { ContactFilter } from '../../../../src-main/contract/contact-query.ts'
import { refusalOf } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { conflictOf } from '../../../ui/conflict/conflict-of.ts'
import { useLiveCount } from '../../../ui/contact-filter/use-live-count.ts'
import { DialogFrame } from '../../../ui/moves/DialogFrame.tsx'
import { SegmentConflict } from './SegmentConflict.tsx'
import { useSaveSegment } from './use-save-segment.ts'

const words = text.contacts.segment

interface SegmentFormProps {
  /** Absent: a new one. */
  readonly segment?: Segment
  readonly filter: ContactFilter
  readonly onClose: () => void
  readonly onSaved: (id: number) => void
}

/** The name of a filter that is kept. */
export function SegmentForm({ segment, filter, onClose, onSaved }: SegmentFormProps) {
  const [name, setName] = useState(segment?.name ?? '')
  const query = useMemo(() => ({ scope: { of: 'all' } as const, search: '', filter }), [filter])
  const count = useLiveCount(query)
  const save = useSaveSegment(onSaved)
  if (conflictOf(save.error)) return <SegmentConflict save={save} onClose={onClose} />
  const refusal = refusalOf(save.error)
  const atName = refusal?.field === 'name' ? `${refusal.what} ${refusal.cure}` : undefined
  return (
    <DialogFrame
      title={segment ? words.renameTitle(segment.name) : words.saveTitle}
      onClose={onClose}
      act={words.save}
      disabled={name.trim() === ''}
      pending={save.isPending}
      error={atName ? null : save.error}
      onAct={() =>
        save.mutate({
          ...(segment && { id: segment.id, revision: segment.revision }),
          name: name.trim(),
          filter,
        })
      }
    >
      <TextInput
        label={words.name}
        description={words.nameHelp}
        data-autofocus
        maxLength={120}
        value={name}
        error={atName}
        onChange={event => setName(event.currentTarget.value)}
      />
      {count.is === 'known' && <p aria-live="polite">{text.contactFilter.finds(count.contacts)}</p>}
    </DialogFrame>
  )
}
