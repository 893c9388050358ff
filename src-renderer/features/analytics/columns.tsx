import { Link } from '@tanstack/react-router'
import type { CampaignMeasured } from '../../../src-main/contract/analytics.ts'
import { talk } from '../../format/duration.ts'
import { money, price } from '../../format/money.ts'
import { count, dash, share } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import cells from '../../ui/Cut.module.css'
import type { Column } from '../../ui/table-column.ts'

const words = text.analytics.all.columns

export const sortedBy = {
  name: row => row.name,
  calls: ({ measured }) => measured.ended,
  answers: ({ measured }) => measured.answerRate ?? -1,
  human: ({ measured }) => measured.humanAnswerRate ?? -1,
  conversion: row => row.conversionRate ?? -1,
  average: ({ measured }) => measured.averageTalkMs ?? -1,
  goals: ({ measured }) => measured.goalsAchieved,
} satisfies Record<string, (row: CampaignMeasured) => string | number>

export type SortBy = keyof typeof sortedBy

const spent = ({ currency, measured }: CampaignMeasured) =>
  currency === null ? dash : money(measured.costMicros, currency)
const perGoal = ({ currency, measured: { costPerGoal } }: CampaignMeasured) =>
  currency === null || costPerGoal === null ? dash : price(costPerGoal, currency)

const figure = (
  id: SortBy | 'cost' | 'perGoal',
  width: string,
  cell: (row: CampaignMeasured) => string,
): Column<CampaignMeasured, SortBy> => ({
  id,
  head: words[id],
  width,
  right: true,
  ...(id !== 'cost' && id !== 'perGoal' && { sort: id }),
  cell: row => <span className="num">{cell(row)}</span>,
})

export const columns: readonly Column<CampaignMeasured, SortBy>[] = [
  {
    id: 'name',
    head: words.name,
    width: 'minmax(200px, 2fr)',
    sort: 'name',
    cell: ({ id, name }) => (
      <Link to="/campaigns/$id/analytics" params={{ id }} className={cells.name}>
        {name}
      </Link>
    ),
  },
  figure('calls', '96px', ({ measured }) => count(measured.ended)),
  figure('answers', '92px', ({ measured }) => share(measured.answerRate, measured.ended)),
  figure('human', '112px', ({ measured }) => share(measured.humanAnswerRate, measured.ended)),
  figure('conversion', '92px', ({ conversionRate, conversed }) => share(conversionRate, conversed)),
  figure('average', '76px', ({ measured: { averageTalkMs } }) =>
    averageTalkMs === null ? dash : talk(averageTalkMs),
  ),
  figure('goals', '64px', ({ measured }) => count(measured.goalsAchieved)),
  figure('cost', '92px', spent),
  figure('perGoal', '84px', perGoal),
]
