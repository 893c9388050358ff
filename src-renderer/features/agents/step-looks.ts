import {
  IconArrowsSplit2,
  IconFlag,
  IconMessage,
  IconPhoneOff,
  IconQuestionMark,
  IconTarget,
  IconWritingSign,
  type TablerIcon,
} from '@tabler/icons-react'
import type { FlowStep, StepKind } from '../../../src-main/contract/flow.ts'
import { text } from '../../text/text.ts'

const words = text.agents.script

export const stepIcons = {
  say: IconMessage,
  ask: IconQuestionMark,
  branch: IconArrowsSplit2,
  goal: IconTarget,
  answer: IconWritingSign,
  opt_out: IconPhoneOff,
  end: IconFlag,
} satisfies Record<StepKind, TablerIcon>

/** What a step says or does, in one sentence. */
export function saidOf(step: FlowStep): string {
  switch (step.do) {
    case 'say':
    case 'ask':
      return step.text
    case 'end':
      return step.text ?? words.hangsUp
    case 'branch':
      return words.on(step.on)
    case 'goal':
      return words.goal(step.name, text.words.goals[step.outcome])
    case 'answer':
      return words.answer(step.question, step.value)
    case 'opt_out':
      return words.optOut[step.scope]
  }
}
