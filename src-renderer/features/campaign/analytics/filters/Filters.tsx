import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { AnalyticsChoices } from '../../../../../src-main/contract/analytics.ts'
import { phone } from '../../../../format/phone.ts'
import { text } from '../../../../text/text.ts'
import { type AnalyticsSearch, isNarrowed } from '../search.ts'
import { CompareMenu } from './CompareMenu.tsx'
import { PeriodFilter } from './PeriodFilter.tsx'
import { PickMenu } from './PickMenu.tsx'
import { useChangeSearch } from './use-change-search.ts'

const route = getRouteApi('/campaigns/$id/analytics')
const words = text.analytics.filters

interface FiltersProps {
  readonly campaign: number
  readonly choices: AnalyticsChoices
  readonly search: AnalyticsSearch
}

/** Which calls are looked at. */
export function Filters({ campaign, choices, search }: FiltersProps) {
  const change = useChangeSearch()
  const navigate = route.useNavigate()
  const toggled = (chosen: readonly number[] = [], id: number) => {
    const next = chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id]
    return next.length === 0 ? undefined : next
  }
  return (
    <>
      <PeriodFilter choices={choices} search={search} />
      <PickMenu
        word={words.list}
        all={words.allLists}
        values={choices.lists.map(({ id, name }) => ({ id, name }))}
        chosen={search.list === undefined ? [] : [search.list]}
        onToggle={id => change({ list: search.list === id ? undefined : id })}
      />
      <PickMenu
        word={words.number}
        all={words.allNumbers}
        values={choices.numbers.map(({ id, e164 }) => ({ id, name: phone(e164) }))}
        chosen={search.number ?? []}
        onToggle={id => change({ number: toggled(search.number, id) })}
      />
      <PickMenu
        word={words.version}
        all={words.allVersions}
        values={choices.versions.map(({ id, name, version }) => ({
          id,
          name: text.analytics.version(name, version),
        }))}
        chosen={search.version ?? []}
        onToggle={id => change({ version: toggled(search.version, id) })}
      />
      <CompareMenu campaign={campaign} choices={choices} search={search} />
      {isNarrowed(search) && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => void navigate({ search: {}, replace: true })}
        >
          {text.shell.clearFilters}
        </Button>
      )}
    </>
  )
}
