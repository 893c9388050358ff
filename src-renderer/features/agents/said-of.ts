import type { FlowStep } from '../../../src-main/contract/flow.ts'
import { text } from '../../text/text.ts'

const words = text.agents.script

/** What a step says or does, in one sentence. */
export function saidOf(step: FlowStep): string {
  switch (step.do) {
    case 'say':
    case 'ask':
      return step.text
    case 'end':
      return step.text ?? words.hangsUp
    case 'branch':
      return step.on === '' ? '' : words.on(step.on)
    case 'goal':
      return step.name === '' ? '' : words.goal(step.name, text.words.goals[step.outcome])
    case 'answer':
      return step.question === '' ? '' : words.answer(step.question, step.value)
    case 'opt_out':
      return words.optOut[step.scope]
  }
}
