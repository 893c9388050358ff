import { Select } from '@mantine/core'
import { text } from '../../../../text/text.ts'
import { type Grouping, groupings } from '../search.ts'
import { useChangeSearch } from './use-change-search.ts'

const words = text.analytics.groups

export function GroupingSelect({ value }: { value: Grouping }) {
  const change = useChangeSearch()
  return (
    <Select
      size="xs"
      w={132}
      aria-label={words.by}
      data={groupings.map(one => ({ value: one, label: words.names[one] }))}
      value={value}
      onChange={next => change({ by: next as Grouping })}
    />
  )
}
