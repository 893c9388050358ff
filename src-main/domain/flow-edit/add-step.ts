import { assertNever } from '../assert-never.ts'
import { answersOf } from '../fill-text.ts'
import { type Flow, type FlowStep, nowhere, type StepId } from '../flow.ts'
import { stepOf } from '../flow-graph.ts'
import { connect } from './connect.ts'
import { type OutletId, outletsOf } from './outlets.ts'
import { freeStepName } from './step-name.ts'

export type StepKind = FlowStep['do']

/** What can be added, in the order of the palette. */
export const stepKinds = [
  'say',
  'ask',
  'branch',
  'goal',
  'answer',
  'opt_out',
  'end',
] as const satisfies readonly StepKind[]

export interface StepTexts {
  readonly yes: string
  readonly no: string
  readonly goodbye: string
}

interface NewStep {
  readonly kind: StepKind
  /** What a new step begins with, in the language of whoever draws. */
  readonly texts: StepTexts
  /** Its name, unless that is taken: a number then follows. */
  readonly name: string
  /** The way that shall lead to it; what followed there follows the new step. */
  readonly after?: { readonly step: StepId; readonly outlet: OutletId }
  readonly at?: { readonly x: number; readonly y: number }
}

export function addStep(
  flow: Flow,
  { kind, name, texts, after, at }: NewStep,
): { readonly flow: Flow; readonly id: StepId } {
  const id = freeStepName(flow, name)
  const followed = after && outletTo(flow, after.step, after.outlet)
  const then = followed !== undefined && stepOf(flow, followed) !== null ? followed : nowhere
  const added: Flow = {
    ...flow,
    start: stepOf(flow, flow.start) === null ? id : flow.start,
    steps: { ...flow.steps, [id]: newStep(flow, kind, then, texts) },
    ...(flow.places && at && { places: { ...flow.places, [id]: at } }),
  }
  return { id, flow: after ? connect(added, after.step, after.outlet, id) : added }
}

const outletTo = (flow: Flow, step: StepId, outlet: OutletId): StepId | undefined => {
  const from = stepOf(flow, step)
  return from === null ? undefined : outletsOf(from).find(({ id }) => id === outlet)?.to
}

/** Where a step would be added behind another one: at its first open way, else at its only one. */
export function openWay(flow: Flow, id: StepId): OutletId | null {
  const step = stepOf(flow, id)
  if (step === null) return null
  const ways = outletsOf(step)
  const open = ways.find(({ to }) => stepOf(flow, to) === null)
  return open?.id ?? (ways.length === 1 ? (ways[0]?.id ?? null) : null)
}

function newStep(flow: Flow, kind: StepKind, next: StepId, texts: StepTexts): FlowStep {
  switch (kind) {
    case 'say':
      return { do: kind, text: '', interruptible: true, next }
    case 'ask':
      return {
        do: kind,
        text: '',
        store: freeAnswer(flow),
        choices: { 1: { label: texts.yes, next }, 2: { label: texts.no, next: nowhere } },
        waitSeconds: 6,
        tries: 2,
        onSilence: nowhere,
      }
    case 'branch':
      return { do: kind, on: '', cases: [{ is: '1', next }], otherwise: nowhere }
    case 'goal':
      return { do: kind, name: '', outcome: 'achieved', next }
    case 'answer':
      return { do: kind, question: '', value: '', next }
    case 'opt_out':
      return { do: kind, scope: 'all', next }
    case 'end':
      return { do: kind, text: texts.goodbye }
    default:
      return assertNever(kind)
  }
}

function freeAnswer(flow: Flow): string {
  const taken = answersOf(flow)
  for (let count = 1; ; count++) {
    const name = count === 1 ? 'answer' : `answer_${count}`
    if (!taken.has(name)) return name
  }
}
