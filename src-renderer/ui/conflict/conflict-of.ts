import type { Refusal } from '../../../src-main/contract/values.ts'
import { refusalOf } from '../../api/client.ts'

/** Somebody else saved meanwhile: what they changed, and what is wanted here instead. */
export type Conflict = Refusal & { readonly changed: NonNullable<Refusal['changed']> }

export function conflictOf(error: unknown): Conflict | undefined {
  const refusal = refusalOf(error)
  return refusal?.code === 'changed_meanwhile' && refusal.changed
    ? { ...refusal, changed: refusal.changed }
    : undefined
}
