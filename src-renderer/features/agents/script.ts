import type { AgentDetail } from '../../../src-main/contract/agents.ts'

export type AgentFlow = AgentDetail['flow']

type FlowStep = AgentFlow['steps'][string]

/** One step of the flow with its place in the order of reading. */
export interface ScriptStep {
  readonly id: string
  readonly number: number
  readonly step: FlowStep
}

function successors(step: FlowStep): string[] {
  switch (step.do) {
    case 'say':
    case 'goal':
    case 'answer':
    case 'opt_out':
      return [step.next]
    case 'ask':
      return [
        ...Object.values(step.choices ?? {}).map(choice => choice.next),
        ...(step.next === undefined ? [] : [step.next]),
        step.onSilence,
        ...(step.onMisunderstood === undefined ? [] : [step.onMisunderstood]),
      ]
    case 'branch':
      return [...step.cases.map(one => one.next), step.otherwise]
    case 'end':
      return []
  }
}

/** The flow as a script: from its start along the first ways, each step once, numbered as it is read. */
export function scriptOf(flow: AgentFlow): ScriptStep[] {
  const script: ScriptStep[] = []
  const seen = new Set<string>()
  const ahead = [flow.start]
  while (ahead.length > 0) {
    const id = ahead.shift()
    const step = id === undefined ? undefined : flow.steps[id]
    if (id === undefined || step === undefined || seen.has(id)) continue
    seen.add(id)
    script.push({ id, number: script.length + 1, step })
    ahead.unshift(...successors(step))
  }
  return script
}
