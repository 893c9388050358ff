import type { AgentRow } from '../../../../src-main/contract/agents.ts'
import type { NumberValue } from '../form/values.ts'

/** An agent's own numbers, as a campaign shows them. */
export const numbersFrom = (agent: Pick<AgentRow, 'numbers'> | undefined): NumberValue[] =>
  (agent?.numbers ?? []).map(id => ({ id, weight: 1, enabled: true }))

/** Whether a campaign shows just what its agent brought: nobody chose by hand. */
export function isFrom(agent: Pick<AgentRow, 'numbers'> | undefined, own: readonly NumberValue[]): boolean {
  const brought = numbersFrom(agent)
  return (
    own.length === brought.length &&
    own.every(
      ({ id, weight, enabled }, at) => id === brought[at]?.id && Number(weight) === 1 && enabled === true,
    )
  )
}

/** What a campaign shows when its agent is changed: the new one's numbers, unless some were chosen by hand. */
export const numbersAfter = (
  own: readonly NumberValue[],
  before: Pick<AgentRow, 'numbers'> | undefined,
  chosen: Pick<AgentRow, 'numbers'> | undefined,
): NumberValue[] => (own.length === 0 || isFrom(before, own) ? numbersFrom(chosen) : [...own])
