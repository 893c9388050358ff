import { Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { AnalyticsChoices } from '../../../../../src-main/contract/analytics.ts'
import { api } from '../../../../api/client.ts'
import { text } from '../../../../text/text.ts'
import { ChipTarget } from '../../../../ui/ChipTarget.tsx'
import type { AnalyticsSearch } from '../search.ts'
import { useChangeSearch } from './use-change-search.ts'

const words = text.analytics.compare

interface CompareProps {
  readonly campaign: number
  readonly choices: AnalyticsChoices
  readonly search: AnalyticsSearch
}

/** With which other campaign that has called, or with which agent version of this one. */
export function CompareMenu({ campaign, choices: { versions }, search }: CompareProps) {
  const change = useChangeSearch()
  const { data: campaigns = [] } = useQuery(api.campaigns.list.queryOptions())
  const others = campaigns.filter(({ id, launchedAt }) => id !== campaign && launchedAt !== null)
  if (others.length === 0 && versions.length < 2) return null
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ChipTarget chosen={search.with !== undefined}>{words.with}</ChipTarget>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {versions.length > 1 && (
          <>
            <Menu.Label>{words.versions}</Menu.Label>
            {versions.map(({ id, name, version }) => (
              <Menu.Item key={id} onClick={() => change({ with: `version-${id}` })}>
                {text.analytics.version(name, version)}
              </Menu.Item>
            ))}
          </>
        )}
        {others.length > 0 && (
          <>
            <Menu.Label>{words.campaigns}</Menu.Label>
            {others.map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => change({ with: `campaign-${id}` })}>
                {name}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
