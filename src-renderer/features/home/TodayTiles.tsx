import { useWorkspaceLive } from '../../api/live.ts'
import { hours, talk } from '../../format/duration.ts'
import { money, price, sumsOf } from '../../format/money.ts'
import { count, dash, ratio, share } from '../../format/number.ts'
import { weekdayOf } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Tiles } from '../../ui/Tiles.tsx'
import { useTrunkDay } from './use-trunk-day.ts'

const words = text.home.tiles

export function TodayTiles() {
  const today = useWorkspaceLive(live => live?.today)
  const active = useWorkspaceLive(live => live?.activeCalls ?? 0)
  const most = useWorkspaceLive(live => live?.maxCalls ?? 0)
  const abandonment = useWorkspaceLive(live => live?.abandonment ?? null)
  const [cost, ...otherCosts] = useTrunkDay()?.costs ?? []
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
    ...(cost
      ? [
          {
            label: words.cost,
            figure: money(cost.micros, cost.currency),
            foot:
              otherCosts.length > 0
                ? words.costAlso(sumsOf(otherCosts))
                : cost.calls > 0
                  ? words.costFoot(price(cost.micros / cost.calls, cost.currency))
                  : words.none,
            meaning: words.costMeaning,
          },
        ]
      : []),
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
