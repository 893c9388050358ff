import type { ColumnUse, FileReading, ImportPlan } from '../../../src-main/contract/imports.ts'

/** What is chosen for all rows at once. */
export interface RowOptions {
  /** `null`: as the engine proposes. */
  readonly country: string | null
  readonly known: ImportPlan['known']
  readonly withoutNumber: ImportPlan['withoutNumber']
  readonly tags: readonly string[]
  readonly priority: ImportPlan['priority']
}

export const firstOptions: RowOptions = {
  country: null,
  known: 'update',
  withoutNumber: 'reject',
  tags: [],
  priority: 'normal',
}

interface PlanParts {
  readonly target: ImportPlan['target']
  readonly uses: readonly ColumnUse[]
  readonly options: RowOptions
  readonly reading: FileReading | null
  readonly proposedCountry: string
}

/** In the form that is sent: lists of their own, since the contract takes no read-only ones. */
export function planOf({ target, uses, options, reading, proposedCountry }: PlanParts) {
  return {
    target,
    columns: [...uses],
    defaultCountry: options.country ?? proposedCountry,
    known: options.known,
    withoutNumber: options.withoutNumber,
    tags: [...options.tags],
    priority: options.priority,
    reading,
  } satisfies ImportPlan
}
