import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import type { Target } from '../../ui/files/import-target.ts'

const words = text.imports.targets

/** `list Autumn leads`; of something that is gone or not known yet, only its kind. */
export function useTargetName(target: Target | undefined): string {
  const lists = useQuery(api.lists.all.queryOptions({ enabled: target?.into === 'list' }))
  const campaigns = useQuery(api.campaigns.list.queryOptions({ enabled: target?.into === 'campaign' }))
  switch (target?.into) {
    case 'list':
      return words.list(lists.data?.find(({ id }) => id === target.list)?.name ?? '').trim()
    case 'campaign':
      return words.campaign(campaigns.data?.find(({ id }) => id === target.campaign)?.name ?? '').trim()
    default:
      return words.allNamed
  }
}
