import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { text } from '../../text/text.ts'
import { actorName } from '../../ui/activity/entry-text.ts'
import { FilterBar, FilterChip } from '../../ui/FilterBar.tsx'
import { FilterMenu } from '../../ui/FilterMenu.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import type { Look } from '../../ui/status.ts'
import { type ActivityFilter, activityKinds, type Period, periods } from './filter.ts'

const words = text.activity
const quiet: Look = { shape: 'ring', hue: 'gray' }

interface ActivityBarProps {
  readonly filter: ActivityFilter
  readonly actors: readonly string[]
  readonly onClear: () => void
}

export function ActivityBar({ filter, actors, onClear }: ActivityBarProps) {
  const navigate = useNavigate({ from: '/activity' })
  const change = (next: ActivityFilter) =>
    void navigate({ search: before => ({ ...before, ...next }), replace: true })
  const toggled = <T,>(chosen: readonly T[] = [], one: T): readonly T[] =>
    chosen.includes(one) ? chosen.filter(other => other !== one) : [...chosen, one]
  const choosePeriod = (period: Period) =>
    void navigate({
      search: ({ period: before, ...rest }) => ({ ...rest, ...(before !== period && { period }) }),
      replace: true,
    })
  return (
    <FilterBar>
      <SearchBox label={words.search} value={filter.search ?? ''} onChange={search => change({ search })} />
      <FilterMenu
        word={words.kind}
        values={activityKinds}
        chosen={filter.kind ?? []}
        look={() => quiet}
        name={kind => words.kinds[kind]}
        onToggle={kind => change({ kind: toggled(filter.kind, kind) })}
      />
      <FilterMenu
        word={words.actor}
        values={actors}
        chosen={filter.actor ?? []}
        look={() => quiet}
        name={actorName}
        onToggle={actor => change({ actor: toggled(filter.actor, actor) })}
      />
      {(Object.keys(periods) as Period[]).map(period => (
        <FilterChip
          key={period}
          word={words.periods[period]}
          chosen={filter.period === period}
          onChoose={() => choosePeriod(period)}
        />
      ))}
      {filter.campaign !== undefined && <FilterChip word={words.oneCampaign} chosen onChoose={onClear} />}
      {Object.keys(filter).length > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={onClear}>
          {text.shell.clearFilters}
        </Button>
      )}
    </FilterBar>
  )
}
