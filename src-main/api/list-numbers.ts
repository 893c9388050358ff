import { putOnList } from '../contacts/do-not-call/put-on-list.ts'
import type { E164, Instant } from '../domain/ids.ts'
import { readPhone } from '../numbering/phone.ts'
import { addAudit } from '../store/audit.ts'
import { actor } from './actor.ts'
import type { Services } from './services.ts'

export interface ListingOptions {
  /** Of numbers without a country code. */
  readonly country: string
  readonly reason: string
  readonly expiresAt: Instant | null
}

export interface Listed {
  readonly added: number
  readonly known: number
  readonly rejected: { readonly text: string; readonly reason: string }[]
}

/** So many take a few milliseconds: between two transactions calls have their turn. */
const AT_ONCE = 250

/** Numbers as they were written onto the do-not-call list; what cannot be read is named. */
export async function listNumbers(
  context: Services,
  written: readonly string[],
  options: ListingOptions,
): Promise<Listed> {
  const rejected: Listed['rejected'] = []
  let added = 0
  let known = 0
  for (let at = 0; at < written.length; at += AT_ONCE) {
    const numbers: E164[] = []
    for (const text of written.slice(at, at + AT_ONCE)) {
      const phone = readPhone(text, options.country)
      if ('number' in phone) numbers.push(phone.number)
      else rejected.push({ text, reason: phone.reason })
    }
    const fresh = await putAll(context, numbers, options)
    added += fresh
    known += numbers.length - fresh
    await new Promise(resolve => setImmediate(resolve))
  }
  if (added > 0) await tell(context, { added, known, why: options.reason })
  return { added, known, rejected }
}

/** @returns how many were not on the list */
const putAll = (
  { change, statements, now }: Services,
  numbers: readonly E164[],
  { reason, expiresAt }: ListingOptions,
): Promise<number> =>
  change(async () => {
    const at = now()
    const entry = { reason, source: 'supervisor', expiresAt, at } as const
    const by = { actor, job: null, at }
    return numbers.filter(number => putOnList(statements, number, entry, by)).length
  })

async function tell(
  { change, engine, now }: Services,
  detail: { readonly added: number; readonly known: number; readonly why: string },
): Promise<void> {
  await change(tx =>
    addAudit(tx, { actor, action: 'do_not_call.add', subject: 'do-not-call list', detail }, now()),
  )
  engine.changed()
}
