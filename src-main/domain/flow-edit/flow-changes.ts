import type { Flow, StepId } from '../flow.ts'

/** How one flow differs from another in what it says and does; where steps stand on the canvas does not count. */
export interface FlowChanges {
  readonly added: readonly StepId[]
  readonly changed: readonly StepId[]
  readonly removed: readonly StepId[]
  readonly settings: readonly ('start' | 'maxCallSeconds' | 'defaults')[]
}

export function flowChanges(before: Flow, after: Flow): FlowChanges {
  const had = (id: StepId) => Object.hasOwn(before.steps, id)
  const has = (id: StepId) => Object.hasOwn(after.steps, id)
  const ids = Object.keys(after.steps)
  return {
    added: ids.filter(id => !had(id)),
    changed: ids.filter(id => had(id) && !isSame(before.steps[id], after.steps[id])),
    removed: Object.keys(before.steps).filter(id => !has(id)),
    settings: (['start', 'maxCallSeconds', 'defaults'] as const).filter(
      part => !isSame(before[part] ?? {}, after[part] ?? {}),
    ),
  }
}

export const isChanged = ({ added, changed, removed, settings }: FlowChanges): boolean =>
  added.length + changed.length + removed.length + settings.length > 0

/** Whatever the order of their parts. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)])
}
