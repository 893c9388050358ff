import { useMemo } from 'react'
import { text } from '../../../text/text.ts'
import { conflictOf } from '../../../ui/conflict/conflict-of.ts'
import { FilterBuilder } from '../../../ui/contact-filter/FilterBuilder.tsx'
import { sayRefusal } from '../../../ui/say.tsx'
import type { GroupAsked } from './ask.ts'
import { ListForm } from './ListForm.tsx'
import { RemoveGroup } from './RemoveGroup.tsx'
import { SegmentConflict } from './SegmentConflict.tsx'
import { SegmentForm } from './SegmentForm.tsx'
import { useSaveSegment } from './use-save-segment.ts'

const words = text.contacts.segment

interface GroupDialogProps {
  readonly asked: GroupAsked
  readonly onAsk: (next: GroupAsked) => void
  readonly onClose: () => void
  /** Shows it, or all contacts where it is gone. */
  readonly onShow: (group: { readonly list: number } | { readonly segment: number } | 'all') => void
}

export function GroupDialog({ asked, onAsk, onClose, onShow }: GroupDialogProps) {
  const everybody = useMemo(() => ({ scope: { of: 'all' } as const, search: '' }), [])
  const update = useSaveSegment(onClose)
  const showList = (list: number) => onShow({ list })
  const showSegment = (segment: number) => onShow({ segment })
  const gone = () => onShow('all')
  if (conflictOf(update.error)) return <SegmentConflict save={update} onClose={onClose} />
  switch (asked.is) {
    case 'new-list':
      return <ListForm onClose={onClose} onSaved={showList} />
    case 'rename-list':
      return <ListForm list={asked.list} onClose={onClose} onSaved={onClose} />
    case 'remove-list':
      return <RemoveGroup of={{ is: 'list', group: asked.list }} onClose={onClose} onRemoved={gone} />
    case 'new-segment':
      return (
        <FilterBuilder
          title={words.newTitle}
          filter={null}
          within={everybody}
          useWord={words.next}
          onUse={filter => (filter ? onAsk({ is: 'save-segment', filter }) : onClose())}
          onClose={onClose}
        />
      )
    case 'save-segment':
      return <SegmentForm filter={asked.filter} onClose={onClose} onSaved={showSegment} />
    case 'edit-segment': {
      const { id, name, revision } = asked.segment
      return (
        <FilterBuilder
          title={words.editTitle(name)}
          filter={asked.segment.filter}
          within={everybody}
          useWord={words.save}
          onUse={filter =>
            filter
              ? update.mutate(
                  { id, name, revision, filter },
                  { onError: error => conflictOf(error) || sayRefusal(error, text.contacts.bulk.stays) },
                )
              : onClose()
          }
          onClose={onClose}
        />
      )
    }
    case 'rename-segment':
      return (
        <SegmentForm
          segment={asked.segment}
          filter={asked.segment.filter}
          onClose={onClose}
          onSaved={onClose}
        />
      )
    case 'remove-segment':
      return <RemoveGroup of={{ is: 'segment', group: asked.segment }} onClose={onClose} onRemoved={gone} />
  }
}
