import { Button, Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import { type ContactFilter, filterLimits } from '../../../src-main/contract/contact-fields.ts'
import type { ContactQuery } from '../../../src-main/contract/contact-query.ts'
import { text } from '../../text/text.ts'
import { countOf, everybody, isFull, whole } from './edit.ts'
import { FilterGroup } from './FilterGroup.tsx'
import classes from './filter.module.css'
import { type LiveCount, useLiveCount } from './use-live-count.ts'

const words = text.contactFilter

interface FilterBuilderProps {
  readonly title?: string
  readonly filter: ContactFilter | null
  /** What the filter narrows: it is counted within this scope and search. */
  readonly within: Pick<ContactQuery, 'scope' | 'search'>
  readonly onUse: (filter: ContactFilter | null) => void
  readonly useWord?: string
  /** Given where what was built can be kept under a name. */
  readonly onSave?: (filter: ContactFilter) => void
  readonly onClose: () => void
}

/** Conditions in groups, with a live count of whom they find. */
export function FilterBuilder(props: FilterBuilderProps) {
  const { title = words.title, within, onUse, useWord, onSave, onClose } = props
  const [filter, setFilter] = useState<ContactFilter>(props.filter ?? everybody)
  const asked = useMemo(() => whole(filter), [filter])
  const query = useMemo(() => ({ ...within, filter: asked }), [within, asked])
  const count = useLiveCount(query)
  const left = countOf(filter) > (asked ? countOf(asked) : 0)
  return (
    <Modal opened onClose={onClose} size={780} title={title}>
      <div className={classes.builder}>
        <FilterGroup
          filter={filter}
          group={filter}
          path={[]}
          within={within.scope.of === 'campaign' ? 'campaign' : 'all'}
          onChange={setFilter}
        />
      </div>
      <div className={classes.foot}>
        <div className={classes.finds} aria-live="polite">
          <strong className="num">{countText(count)}</strong>
          <span>
            {filter.of.length === 0
              ? words.nothing
              : isFull(filter)
                ? words.full(filterLimits.conditions)
                : left && words.incomplete}
          </span>
        </div>
        {onSave && (
          <Button disabled={!asked} onClick={() => asked && onSave(asked)}>
            {words.saveSegment}
          </Button>
        )}
        <Button variant="filled" onClick={() => onUse(asked)}>
          {useWord ?? (count.is === 'known' ? words.showCount(count.contacts) : words.show)}
        </Button>
      </div>
    </Modal>
  )
}

function countText(count: LiveCount): string {
  switch (count.is) {
    case 'known':
      return words.finds(count.contacts)
    case 'counting':
      return words.counting
    case 'failed':
      return words.notCounted
  }
}
