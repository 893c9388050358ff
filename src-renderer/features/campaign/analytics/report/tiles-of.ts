import type { Funnel, Measured } from '../../../../../src-main/contract/analytics.ts'
import { talk } from '../../../../format/duration.ts'
import { money } from '../../../../format/money.ts'
import { count, dash, share } from '../../../../format/number.ts'
import { text } from '../../../../text/text.ts'
import type { Tile } from '../../../../ui/tile.ts'
import { costOf } from '../panels/cost-of.ts'

const { tiles: words } = text.analytics.report
const { meanings } = text.analytics

/** The figures that a report begins with. */
export const tilesOf = (total: Measured, funnel: Funnel, currency: string | null): readonly Tile[] => [
  { label: words.calls, figure: count(total.ended), foot: words.ended, meaning: meanings.ended },
  {
    label: words.answers,
    figure: share(total.answerRate, total.ended),
    foot: words.ofCalls,
    meaning: meanings.answer,
  },
  {
    label: words.people,
    figure: share(total.humanAnswerRate, total.ended),
    foot: words.ofCalls,
    meaning: meanings.human,
  },
  {
    label: words.conversion,
    figure: share(funnel.conversionRate, funnel.conversed),
    foot: words.ofConversed(count(funnel.conversed)),
    meaning: meanings.conversion,
  },
  {
    label: words.average,
    figure: total.averageTalkMs === null ? dash : talk(total.averageTalkMs),
    foot: words.perCall,
    meaning: meanings.average,
  },
  {
    label: words.cost,
    figure: currency === null ? dash : money(total.costMicros, currency),
    foot: currency === null ? words.noRates : words.perGoal(costOf(total, currency)),
    meaning: meanings.cost,
  },
]
