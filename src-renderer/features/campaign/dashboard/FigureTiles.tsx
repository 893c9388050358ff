import type { CampaignLive, CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import { useCampaignLive } from '../../../api/live.ts'
import { hours, talk } from '../../../format/duration.ts'
import { money, price } from '../../../format/money.ts'
import { count, dash, ratio, share } from '../../../format/number.ts'
import { text } from '../../../text/text.ts'
import { Tiles } from '../../../ui/Tiles.tsx'
import type { Tile } from '../../../ui/tile.ts'
import { useTimeLeft } from './use-time-left.ts'

const words = text.campaign.tiles

function progressTiles(live: CampaignLive, timeLeft: Tile): Tile[] {
  const { figures, campaign, maxConcurrentCalls, statuses, money: spent } = live
  const { ended } = figures
  return [
    {
      ...words.contacted,
      figure: count(figures.contacted),
      foot: words.contacted.foot(count(campaign.contacts)),
    },
    {
      ...words.remaining,
      figure: count(figures.remaining),
      foot: words.remaining.foot(count(statuses.pending ?? 0)),
    },
    {
      ...words.completion,
      figure: share(figures.completion),
      foot: words.completion.foot(count(campaign.finished)),
    },
    timeLeft,
    {
      ...words.active,
      figure: count(campaign.activeCalls),
      unit: words.active.unit(count(maxConcurrentCalls)),
      foot: words.active.foot,
    },
    lastHourTile(live),
    costTile(spent, ended),
    balanceTile(spent),
  ]
}

function lastHourTile({ figures, callsPerHour }: CampaignLive): Tile {
  const { label, meaning, unit, foot, full } = words.lastHour
  const { callsLastHour, ended } = figures
  return {
    label,
    meaning,
    figure: count(callsLastHour),
    ...(callsPerHour !== null && { unit: unit(count(callsPerHour)) }),
    foot: callsPerHour !== null && callsLastHour >= callsPerHour ? full : foot(count(ended)),
  }
}

function costTile(spent: CampaignLive['money'], ended: number): Tile {
  const { label, meaning } = words.cost
  if (!spent) return { label, meaning, figure: dash, foot: words.cost.noRates }
  const { currency, costMicros, budgetMicros } = spent
  return {
    label,
    meaning,
    figure: money(costMicros, currency),
    ...(budgetMicros !== null && { unit: words.cost.unit(money(budgetMicros, currency)) }),
    foot: ended === 0 ? words.cost.none : words.cost.foot(price(costMicros / ended, currency)),
  }
}

function balanceTile(spent: CampaignLive['money']): Tile {
  if (!spent || spent.balanceMicros === null)
    return { ...words.balance, figure: dash, foot: words.balance.none }
  return { ...words.balance, figure: money(spent.balanceMicros, spent.currency) }
}

function outcomeTiles(live: CampaignLive): Tile[] {
  const { figures, campaign, statuses, abandonment } = live
  const { ended, conversations, averageTalkMs } = figures
  const settled = campaign.finished - (statuses.skipped ?? 0)
  return [
    {
      ...words.conversations,
      figure: count(conversations),
      foot: words.conversations.foot(share(ratio(conversations, figures.contacted), figures.contacted)),
    },
    {
      ...words.talk,
      figure: hours(figures.talkMs),
      unit: 'h',
      foot: averageTalkMs === null ? words.talk.none : words.talk.foot(talk(averageTalkMs)),
    },
    { ...words.answer, figure: share(figures.answerRate, ended), foot: words.ofCalls(count(ended)) },
    { ...words.human, figure: share(figures.humanAnswerRate, ended), foot: words.ofCalls(count(ended)) },
    {
      ...words.success,
      figure: share(figures.successRate, settled),
      foot:
        settled > 0 ? words.success.foot(count(statuses.completed ?? 0), count(settled)) : words.success.none,
    },
    {
      ...words.conversion,
      figure: share(figures.conversionRate, conversations),
      foot: words.conversion.foot(count(conversations)),
    },
    abandonedTile(abandonment),
    goalCostTile(live),
  ]
}

function abandonedTile(abandonment: CampaignLive['abandonment']): Tile {
  if (!abandonment) return { ...words.abandoned, figure: dash, foot: words.abandoned.none }
  const { share: part, answered, cap, days } = abandonment
  return {
    ...words.abandoned,
    figure: answered === 0 ? dash : share(part, answered),
    foot: words.abandoned.foot(share(cap), days),
  }
}

function goalCostTile({ money: spent, goals }: CampaignLive): Tile {
  const { label, meaning } = words.goalCost
  const { achieved } = goals.outcomes
  if (!spent) return { label, meaning, figure: dash, foot: words.cost.noRates }
  if (achieved === 0) return { label, meaning, figure: dash, foot: words.goalCost.none }
  const { costMicros, currency } = spent
  return {
    label,
    meaning,
    figure: money(costMicros / achieved, currency),
    foot: words.goalCost.foot(achieved),
  }
}

/** Two lines: progress above, outcome below. */
export function FigureTiles({ id }: { id: CampaignRow['id'] }) {
  const live = useCampaignLive(id, snapshot => snapshot)
  const timeLeft = useTimeLeft(id)
  return live ? (
    <Tiles
      label={words.label}
      tiles={[...progressTiles(live, timeLeft), ...outcomeTiles(live)]}
      columns={8}
    />
  ) : null
}
