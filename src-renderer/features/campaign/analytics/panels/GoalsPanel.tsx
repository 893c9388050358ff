import type { GoalFigures } from '../../../../../src-main/contract/analytics.ts'
import { count, ratio, share } from '../../../../format/number.ts'
import { text } from '../../../../text/text.ts'
import { ChartPanel } from '../../../../ui/chart/ChartPanel.tsx'
import { SplitBar } from '../../../../ui/chart/SplitBar.tsx'
import type { Shown } from '../shown.ts'
import { goalParts, goalTable, outcomeName } from './chart-tables.ts'

const words = text.analytics.goals
const tones = {
  achieved: 'main',
  partially_achieved: 'second',
  not_achieved: 'rest',
  unknown: 'empty',
} as const

/** What came of one goal in the conversations. */
export function GoalsPanel({ of, calls, goal }: Shown & { goal: GoalFigures }) {
  const { base, parts } = goalParts(goal, calls.total.conversations)
  return (
    <ChartPanel
      title={goal.name}
      fact={goal.archived ? words.archived : goal.isPrimary ? words.primary : words.goal}
      of={of}
      data={goalTable(goal, calls.total.conversations)}
    >
      <SplitBar
        summary={words.summary(goal.name, count(goal.outcomes.achieved), count(base))}
        parts={parts.map(({ outcome, cases }) => ({
          label: outcomeName(outcome),
          tone: tones[outcome],
          share: ratio(cases, base) ?? 0,
          figure: share(ratio(cases, base), base),
          note: count(cases),
        }))}
      />
    </ChartPanel>
  )
}
