import { putOnList } from '../contacts/do-not-call/put-on-list.ts'
import type { E164, Instant } from '../domain/ids.ts'
import { readPhone } from '../numbering/phone.ts'
import { addAudit } from '../store/audit.ts'
import { actor } from './actor.ts'
import { ROWS_AT_ONCE } from './in-turns.ts'
import type { Services } from './services.ts'

interface Wanted {
  readonly number: E164
  readonly reason: string
}

/** Puts numbers on the do-not-call list, some at a time: between two transactions calls have their turn. */
export interface Listing {
  /** A number as it is written. @returns why it cannot be read; `null`: it will be on the list */
  put(written: string, reason: string): Promise<string | null>
  /** The rest, and the place in the audit log. */
  end(action: string, why: string): Promise<{ readonly added: number; readonly known: number }>
}

export interface ListingOptions {
  /** Of numbers without a country code. */
  readonly country: string
  readonly source: 'supervisor' | 'import'
  readonly expiresAt: Instant | null
}

export function createListing(context: Services, { country, source, expiresAt }: ListingOptions): Listing {
  const { statements: sql, now } = context
  let waiting: Wanted[] = []
  let added = 0
  let known = 0
  let read = 0
  const write = async () => {
    const part = waiting
    waiting = []
    const fresh = await context.change(async () => {
      const at = now()
      const by = { actor, job: null, at }
      return part.filter(({ number, reason }) =>
        putOnList(sql, number, { reason, source, expiresAt, at }, by),
      ).length
    })
    added += fresh
    known += part.length - fresh
    await new Promise(resolve => setImmediate(resolve))
  }
  return {
    put: async (written, reason) => {
      const phone = readPhone(written, country)
      if ('number' in phone) waiting.push({ number: phone.number, reason })
      read += 1
      if (waiting.length >= ROWS_AT_ONCE) await write()
      else if (read % ROWS_AT_ONCE === 0) await new Promise(resolve => setImmediate(resolve))
      return 'reason' in phone ? phone.reason : null
    },
    end: async (action, why) => {
      if (waiting.length > 0) await write()
      if (added > 0) {
        const detail = { added, known, why }
        await context.change(tx =>
          addAudit(tx, { actor, action, subject: 'do-not-call list', detail }, now()),
        )
        context.engine.changed()
      }
      return { added, known }
    },
  }
}
