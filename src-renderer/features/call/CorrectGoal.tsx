import { NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { CorrectDialog } from './CorrectDialog.tsx'
import type { CallGoal, Outcome } from './call-results.ts'

const words = text.call.correcting
const outcomes: readonly Outcome[] = ['achieved', 'partially_achieved', 'not_achieved']
const scores = { achieved: 100, partially_achieved: 50, not_achieved: 0 } satisfies Record<Outcome, number>

interface CorrectGoalProps {
  readonly call: CallDetail['id']
  readonly goal: CallGoal
  readonly onClose: () => void
}

/** A supervisor's word on a goal; what the flow or a rule found stays beside it. */
export function CorrectGoal({ call, goal, onClose }: CorrectGoalProps) {
  const [counting] = goal.results
  const own = counting?.source === 'supervisor' ? counting : undefined
  const [outcome, setOutcome] = useState<Outcome>(counting?.outcome ?? 'achieved')
  const [score, setScore] = useState<number | ''>(counting?.score ?? scores.achieved)
  const [reason, setReason] = useState(own?.evidence?.words ?? '')
  return (
    <CorrectDialog
      title={words.title(goal.name)}
      mutation={api.results.correctGoal.mutationOptions()}
      correction={{
        call,
        goal: goal.id,
        correction: { outcome, score: score === '' ? scores[outcome] : score, reason },
      }}
      {...(own && { withdrawal: { call, goal: goal.id, correction: null } })}
      onClose={onClose}
    >
      <SegmentedControl
        aria-label={words.outcome}
        data={outcomes.map(value => ({ value, label: text.words.goals[value] }))}
        value={outcome}
        onChange={value => {
          setOutcome(value as Outcome)
          setScore(scores[value as Outcome])
        }}
        data-autofocus
      />
      <NumberInput
        label={words.score}
        min={0}
        max={100}
        clampBehavior="strict"
        allowDecimal={false}
        value={score}
        onChange={value => setScore(value === '' ? '' : Number(value))}
        w={120}
      />
      <TextInput
        label={words.reason}
        description={words.reasonHelp}
        maxLength={500}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </CorrectDialog>
  )
}
