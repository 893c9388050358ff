import type { GoalFigures } from '../../../../../src-main/contract/analytics.ts'
import { count, ratio, share } from '../../../../format/number.ts'
import { text } from '../../../../text/text.ts'
import { ChartPanel } from '../../../../ui/chart/ChartPanel.tsx'
import { SplitBar } from '../../../../ui/chart/SplitBar.tsx'
import type { Shown } from '../shown.ts'

const words = text.analytics.goals
const tones = { achieved: 'main', partially_achieved: 'second', not_achieved: 'rest' } as const
const outcomes = ['achieved', 'partially_achieved', 'not_achieved'] as const

/** What came of one goal in the conversations. */
export function GoalsPanel({ of, calls, goal }: Shown & { goal: GoalFigures }) {
  const known = outcomes.reduce((sum, outcome) => sum + goal.outcomes[outcome], 0)
  const base = Math.max(known, calls.total.conversations)
  const parts = [
    ...outcomes.map(outcome => ({
      label: text.words.goals[outcome],
      cases: goal.outcomes[outcome],
      tone: tones[outcome],
    })),
    { label: words.unknown, cases: base - known, tone: 'empty' as const },
  ]
  return (
    <ChartPanel
      title={goal.name}
      fact={goal.archived ? words.archived : goal.isPrimary ? words.primary : words.goal}
      of={of}
      data={{
        columns: [words.outcome, words.calls, words.share],
        rows: parts.map(({ label, cases }) => [label, cases, ratio(cases, base)]),
      }}
    >
      <SplitBar
        summary={words.summary(goal.name, count(goal.outcomes.achieved), count(base))}
        parts={parts.map(({ label, cases, tone }) => ({
          label,
          tone,
          share: ratio(cases, base) ?? 0,
          figure: share(ratio(cases, base), base),
          note: count(cases),
        }))}
      />
    </ChartPanel>
  )
}
