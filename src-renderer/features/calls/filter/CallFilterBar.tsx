import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { text } from '../../../text/text.ts'
import { FilterBar } from '../../../ui/FilterBar.tsx'
import { FilterMenu } from '../../../ui/FilterMenu.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { type CallResult, resultLooks, resultOrder } from '../../../ui/status.ts'
import { isNarrowed } from '../search.ts'
import { CallChips } from './CallChips.tsx'
import type { FilterProps } from './filter-props.ts'
import { MoreFilters } from './MoreFilters.tsx'
import { PeriodMenu } from './PeriodMenu.tsx'

const words = text.calls

/** What is asked for most stands in the bar, the rest behind a button; what holds now stands there as chips. */
export function CallFilterBar({ right, ...filter }: FilterProps & { right: ReactNode }) {
  const { search, onChange } = filter
  const chosen = search.result ?? []
  const toggle = (one: CallResult) => {
    const { result: _, ...others } = search
    const next = chosen.includes(one) ? chosen.filter(other => other !== one) : [...chosen, one]
    onChange({ ...others, ...(next.length > 0 && { result: next }) })
  }
  const type = (typed: string) => {
    const { search: _, ...others } = search
    onChange({ ...others, ...(typed && { search: typed }) })
  }
  return (
    <FilterBar right={right}>
      <SearchBox label={words.search} value={search.search ?? ''} onChange={type} />
      <FilterMenu
        word={words.result}
        values={resultOrder}
        chosen={chosen}
        look={result => resultLooks[result]}
        name={result => text.words.results[result]}
        onToggle={toggle}
      />
      <PeriodMenu search={search} onChange={onChange} />
      <MoreFilters {...filter} />
      <CallChips {...filter} />
      {isNarrowed(search) && (
        <Button size="compact-xs" variant="subtle" onClick={() => onChange({})}>
          {text.shell.clearFilters}
        </Button>
      )}
    </FilterBar>
  )
}
