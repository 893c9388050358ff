import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import type { CampaignOutlook } from '../../../../src-main/contract/outlook.ts'
import { api } from '../../../api/client.ts'
import { useCampaignLive } from '../../../api/live.ts'
import { roughSpan } from '../../../format/duration.ts'
import { dash } from '../../../format/number.ts'
import { clock, day, shortMoment } from '../../../format/time.ts'
import { text } from '../../../text/text.ts'
import type { Tile } from '../../../ui/tile.ts'

const words = text.campaign.tiles.timeLeft
const refreshMs = 60_000

/** Until the likely end, with the times between which it lies; a dash with its reason where none can be told. */
export function useTimeLeft(id: CampaignRow['id']): Tile {
  // Another state is another question.
  const state = useCampaignLive(id, live => live?.campaign.state)
  const { data, isError } = useQuery({
    ...api.outlook.ofCampaign.queryOptions({
      input: { id },
      placeholderData: keepPreviousData,
      refetchInterval: refreshMs,
    }),
    queryKey: [...api.outlook.ofCampaign.queryKey({ input: { id } }), state],
  })
  return {
    label: words.label,
    meaning: words.meaning(data?.finishAt ? clock(data.at) : null),
    ...figureOf(data, isError),
  }
}

function figureOf(outlook: CampaignOutlook | undefined, failed: boolean): Pick<Tile, 'figure' | 'foot'> {
  if (!outlook) return { figure: dash, foot: failed ? words.failed : words.working }
  const { finishAt, why } = outlook
  if (finishAt === null) return { figure: dash, foot: words[why ?? 'endless'] }
  const { low, likely, high } = finishAt
  const to = day(low) === day(high) ? clock(high) : shortMoment(high)
  return { figure: roughSpan(likely - Date.now()), foot: words.foot(shortMoment(low), to) }
}
