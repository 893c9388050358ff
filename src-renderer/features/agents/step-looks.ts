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
import type { StepKind } from '../../../src-main/contract/flow.ts'

export const stepIcons = {
  say: IconMessage,
  ask: IconQuestionMark,
  branch: IconArrowsSplit2,
  goal: IconTarget,
  answer: IconWritingSign,
  opt_out: IconPhoneOff,
  end: IconFlag,
} satisfies Record<StepKind, TablerIcon>
