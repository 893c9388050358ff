import type { CallDetail } from '../../../src-main/contract/calls.ts'

export type CallGoal = CallDetail['goals'][number]
export type Outcome = CallGoal['results'][number]['outcome']
export type CallAnswer = CallDetail['analyses'][number]
export type Answer = CallAnswer['results'][number]['value']
