import { Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ContactQuery } from '../../../src-main/contract/contact-query.ts'
import { text } from '../../text/text.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'

const words = text.contacts.empty

interface ContactsEmptyProps {
  readonly scope: ContactQuery['scope']
  readonly narrowed: boolean
  readonly onClear: () => void
  readonly onAdd: () => void
  readonly onEditSegment: (() => void) | undefined
}

/** Why no row is there, and the way to some. */
export function ContactsEmpty({ scope, narrowed, onClear, onAdd, onEditSegment }: ContactsEmptyProps) {
  if (narrowed)
    return (
      <EmptyState title={words.noMatch} sentence={words.noMatchSentence}>
        <Button onClick={onClear}>{text.shell.clearFilters}</Button>
      </EmptyState>
    )
  if (scope.of === 'segment')
    return (
      <EmptyState title={words.segment} sentence={words.segmentSentence}>
        {onEditSegment && <Button onClick={onEditSegment}>{words.editSegment}</Button>}
      </EmptyState>
    )
  return (
    <EmptyState title={scope.of === 'list' ? words.list : words.all} sentence={words.sentence}>
      <Button
        variant="filled"
        leftSection={<IconUpload size={14} />}
        renderRoot={props => (
          <Link to="/contacts/import" search={scope.of === 'list' ? { list: scope.list } : {}} {...props} />
        )}
      >
        {words.import}
      </Button>
      <Button onClick={onAdd}>{words.byHand}</Button>
    </EmptyState>
  )
}
