import type { TrunkDay } from '../../../src-main/contract/workspace.ts'
import { useWorkspaceLive } from '../../api/live.ts'
import { hours, talk } from '../../format/duration.ts'
import { money, price, sumsOf } from '../../format/money.ts'
import { count, dash, ratio, share } from '../../format/number.ts'
import { weekdayOf } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { useTrunkDay } from '../../ui/lines/use-trunk-day.ts'
import { Tiles } from '../../ui/Tiles.tsx'
import type { Tile } from '../../ui/tile.ts'

const words = text.home.tiles

export function TodayTiles() {
  const today = useWorkspaceLive(live => live?.today)
  const active = useWorkspaceLive(live => live?.activeCalls ?? 0)
  const most = useWorkspaceLive(live => live?.maxCalls ?? 0)
  const abandonment = useWorkspaceLive(live => live?.abandonment ?? null)
  const costs = useTrunkDay()?.costs
  if (!today) return null
  const { calls, weekAgo, answered, people, goalsAchieved, talkMs, optOuts } = today
  const tiles = [
    {
      label: words.calls,
      figure: count(calls),
      foot: words.callsFoot(count(weekAgo), weekdayOf(Date.now())),
      meaning: words.callsMeaning,
    },
    {
      label: words.active,
      figure: count(active),
      unit: words.activeUnit(count(most)),
      foot: words.activeFoot,
      meaning: words.activeMeaning,
    },
    {
      label: words.people,
      figure: count(people),
      foot: calls ? words.peopleFoot(share(ratio(people, calls), calls)) : words.none,
      meaning: words.peopleMeaning,
    },
    {
      label: words.goals,
      figure: count(goalsAchieved),
      foot: people ? words.goalsFoot(share(ratio(goalsAchieved, people), people)) : words.none,
      meaning: words.goalsMeaning,
    },
    {
      label: words.talk,
      figure: hours(talkMs),
      unit: 'h',
      foot: answered ? words.talkFoot(talk(talkMs / answered)) : words.none,
      meaning: words.talkMeaning,
    },
    costTile(costs),
    { label: words.optOuts, figure: count(optOuts), foot: words.optOutsFoot, meaning: words.optOutsMeaning },
    {
      label: words.abandoned,
      meaning: words.abandonedMeaning,
      figure: abandonment?.answered ? share(abandonment.share) : dash,
      ...(abandonment && { unit: words.abandonedUnit(share(abandonment.cap)) }),
      foot: abandonment ? words.abandonedFoot : words.abandonedNone,
    },
  ]
  return <Tiles label={text.home.today} tiles={tiles} columns={tiles.length} />
}

/** The largest sum; those in other currencies stand below it. */
function costTile(costs: TrunkDay['costs'] | undefined): Tile {
  const { cost: label, costMeaning: meaning } = words
  if (!costs) return { label, meaning, figure: dash, foot: words.costUnknown }
  const [cost, ...others] = costs
  if (!cost) return { label, meaning, figure: dash, foot: words.costNone }
  return {
    label,
    meaning,
    figure: money(cost.micros, cost.currency),
    foot:
      others.length > 0
        ? words.costAlso(sumsOf(others))
        : cost.calls > 0
          ? words.costFoot(price(cost.micros / cost.calls, cost.currency))
          : words.none,
  }
}
