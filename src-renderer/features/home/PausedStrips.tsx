import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useWorkspaceLive } from '../../api/live.ts'
import { PauseStrip } from '../../ui/pause/PauseStrip.tsx'

const refreshMs = 5_000

/** Only when campaigns stopped by themselves: one strip each, with its cause and the ways on. */
export function PausedStrips() {
  const anyPaused = useWorkspaceLive(live => live?.campaigns.some(({ state }) => state === 'paused') ?? false)
  const { data = [] } = useQuery(
    api.campaigns.list.queryOptions({ enabled: anyPaused, refetchInterval: refreshMs }),
  )
  return anyPaused && data.map(campaign => <PauseStrip key={campaign.id} campaign={campaign} named />)
}
