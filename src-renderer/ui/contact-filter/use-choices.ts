import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { FilterField } from '../../../src-main/contract/contact-fields.ts'
import { api } from '../../api/client.ts'
import { languageName } from '../../format/language.ts'
import { countryName } from '../../format/phone.ts'
import { text } from '../../text/text.ts'
import type { NameOf } from './words.ts'

export interface Choice {
  /** An id where the field keeps ids, else a code. */
  readonly value: string | number
  readonly label: string
}

const staysMs = 30_000
const mostImports = 200

const ofWords = (words: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const fixed: Partial<Record<FilterField, readonly Choice[]>> = {
  phoneType: ofWords(text.contact.types),
  lastResult: ofWords(text.words.results),
  consent: ofWords(text.contact.consent.kinds),
  status: ofWords(text.words.leads),
  priority: ofWords(text.words.priorities),
  goal: ofWords(text.words.goals),
}

/** Custom fields that any contact has. */
export const useCustomFields = (): readonly string[] =>
  useQuery(api.contacts.facets.queryOptions({ staleTime: staysMs })).data?.fields ?? []

/** What can be picked for a field of choices; `null` where values are typed, `undefined` while they are loaded. */
export function useChoices(field: FilterField): readonly Choice[] | null | undefined {
  const needs = (...fields: FilterField[]) => ({ enabled: fields.includes(field), staleTime: staysMs })
  const facets = useQuery(api.contacts.facets.queryOptions(needs('country', 'language', 'zone')))
  const tags = useQuery(api.tags.all.queryOptions(needs('tag')))
  const lists = useQuery(api.lists.all.queryOptions(needs('list')))
  const campaigns = useQuery(api.campaigns.list.queryOptions({ input: {}, ...needs('campaign') }))
  const imports = useQuery(
    api.jobs.list.queryOptions({
      input: { kinds: ['import'], offset: 0, limit: mostImports },
      ...needs('import'),
    }),
  )
  switch (field) {
    case 'country':
      return facets.data?.countries.map(({ country }) => ({ value: country, label: countryName(country) }))
    case 'language':
      return facets.data?.languages.map(tag => ({ value: tag, label: languageName(tag) }))
    case 'zone':
      return facets.data?.zones.map(zone => ({ value: zone, label: zone.replaceAll('_', ' ') }))
    case 'tag':
      return tags.data?.map(({ id, name }) => ({ value: id, label: name }))
    case 'list':
      return lists.data?.map(({ id, name }) => ({ value: id, label: name }))
    case 'campaign':
      return campaigns.data?.map(({ id, name }) => ({ value: id, label: name }))
    case 'import':
      return imports.data?.rows.map(({ id, title }) => ({ value: id, label: title }))
    default:
      return fixed[field] ?? null
  }
}

/** Names for the values of all conditions that stand in a filter. */
export function useNameOf(fields: ReadonlySet<FilterField>): NameOf {
  const tags = useChoices(fields.has('tag') ? 'tag' : 'region')
  const lists = useChoices(fields.has('list') ? 'list' : 'region')
  const campaigns = useChoices(fields.has('campaign') ? 'campaign' : 'region')
  const imports = useChoices(fields.has('import') ? 'import' : 'region')
  const known = useMemo(() => {
    const byField: Partial<Record<FilterField, readonly Choice[] | null | undefined>> = {
      ...fixed,
      tag: tags,
      list: lists,
      campaign: campaigns,
      import: imports,
    }
    return byField
  }, [tags, lists, campaigns, imports])
  return useCallback(
    (field, value) => {
      if (field === 'country') return countryName(String(value))
      if (field === 'language') return languageName(String(value))
      const named = known[field]?.find(choice => choice.value === value)?.label
      return named ?? String(value).replaceAll('_', ' ')
    },
    [known],
  )
}
