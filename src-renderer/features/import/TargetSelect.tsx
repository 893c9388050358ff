import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import type { Target } from '../../ui/files/import-target.ts'
import { NewListDialog } from './NewListDialog.tsx'

const words = text.imports.targets
const fresh = 'fresh'

const codeOfTarget = (target: Target) => {
  if (target.into === 'list') return `list ${target.list}`
  return target.into === 'campaign' ? `campaign ${target.campaign}` : 'all'
}

interface TargetSelectProps {
  readonly target: Target
  readonly onChange: (target: Target) => void
}

/** Where the rows go besides all contacts; a list can be made on the way. */
export function TargetSelect({ target, onChange }: TargetSelectProps) {
  const [making, setMaking] = useState(false)
  const lists = useQuery(api.lists.all.queryOptions())
  const campaigns = useQuery(api.campaigns.list.queryOptions())
  const choices = new Map<string, Target>([
    ['all', { into: 'all' }],
    ...(lists.data ?? []).map(({ id }) => [`list ${id}`, { into: 'list', list: id }] as const),
    ...(campaigns.data ?? []).map(
      ({ id }) => [`campaign ${id}`, { into: 'campaign', campaign: id }] as const,
    ),
  ])
  const take = (value: string | null) => {
    if (value === fresh) return setMaking(true)
    const chosen = value === null ? undefined : choices.get(value)
    if (chosen) onChange(chosen)
  }
  return (
    <>
      <Select
        label={words.label}
        searchable
        w={180}
        data={[
          { value: 'all', label: words.all },
          { value: fresh, label: words.fresh },
          {
            group: words.lists,
            items: (lists.data ?? []).map(({ id, name }) => ({ value: `list ${id}`, label: name })),
          },
          {
            group: words.campaigns,
            items: (campaigns.data ?? [])
              .filter(({ state }) => state !== 'cancelled')
              .map(({ id, name }) => ({ value: `campaign ${id}`, label: name })),
          },
        ]}
        value={codeOfTarget(target)}
        onChange={take}
      />
      {making && (
        <NewListDialog
          onClose={() => setMaking(false)}
          onMade={list => {
            setMaking(false)
            onChange({ into: 'list', list })
          }}
        />
      )}
    </>
  )
}
