import { implement } from '@orpc/server'
import { holderOf } from '../contacts/write/contact-row.ts'
import { note } from '../contacts/write/journal.ts'
import { contract } from '../contract/contract.ts'
import type { E164, Instant } from '../domain/ids.ts'
import { isCountry } from '../numbering/phone.ts'
import { addAudit } from '../store/audit.ts'
import { actor } from './actor.ts'
import { blockValue } from './block-value.ts'
import { shownJob } from './job-row.ts'
import { mustBeKept } from './kept-upload.ts'
import { listNumbers } from './list-numbers.ts'
import { refused } from './refuse.ts'
import type { Services } from './services.ts'

const os = implement(contract.doNotCall).$context<Services>()

export const doNotCall = os.router({
  list: os.list.handler(async ({ input, context, signal }) => {
    const { total, rows } = await context.reads.ask(
      'listedNumbers',
      { ...input, now: context.now() },
      { signal },
    )
    return { total, rows: [...rows] }
  }),

  add: os.add.handler(async ({ input: { numbers, country, reason, expiresAt }, context }) => {
    mustBeCountry(country)
    mustLieAhead(expiresAt, context.now())
    return listNumbers(context, numbers, { country, reason, expiresAt })
  }),

  import: os.import.handler(async ({ input: { upload, ...columns }, context }) => {
    mustBeCountry(columns.country)
    mustLieAhead(columns.expiresAt, context.now())
    const { fileName } = await mustBeKept(context, upload)
    const title = `${fileName} onto the do-not-call list`
    const input = { is: 'do_not_call', upload, fileName, ...columns } as const
    return shownJob(context, await context.jobs.start({ input, actor, title }))
  }),

  remove: os.remove.handler(async ({ input: { ids, reason }, context }) => {
    let removed = 0
    for (let at = 0; at < ids.length; at += REMOVED_AT_ONCE) {
      removed += await takeOff(context, ids.slice(at, at + REMOVED_AT_ONCE), reason)
      await new Promise(resolve => setImmediate(resolve))
    }
    context.engine.changed()
    return { removed }
  }),

  blocks: os.blocks.handler(async ({ context: { db } }) => {
    const [prefixes, countries] = await Promise.all([
      db.selectFrom('blocked_prefixes').selectAll().orderBy('prefix').execute(),
      db.selectFrom('blocked_countries').selectAll().orderBy('country').execute(),
    ])
    return [
      ...countries.map(({ country, reason, at }) => ({ of: 'country' as const, value: country, reason, at })),
      ...prefixes.map(({ prefix, reason, at }) => ({ of: 'prefix' as const, value: prefix, reason, at })),
    ]
  }),

  addBlock: os.addBlock.handler(async ({ input: { of, value, reason }, context }) => {
    const blocked = blockValue(of, value)
    await context.change(async tx => {
      const { table, column } = blockTables[of]
      context.statements.run(
        `INSERT INTO ${table} (${column}, reason, at) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET reason = excluded.reason`,
        blocked,
        reason,
        context.now(),
      )
      const subject = `${of} ${blocked}`
      await addAudit(tx, { actor, action: 'do_not_call.block', subject, detail: { reason } }, context.now())
    })
    context.engine.changed()
    return {}
  }),

  removeBlock: os.removeBlock.handler(async ({ input: { of, value }, context }) => {
    await context.change(async tx => {
      const { table, column } = blockTables[of]
      const { changes } = context.statements.run(`DELETE FROM ${table} WHERE ${column} = ?`, value)
      if (changes === 0)
        throw refused({
          code: 'not_blocked',
          what: `${value} is not blocked.`,
          cure: 'Look at the list again.',
        })
      await addAudit(
        tx,
        { actor, action: 'do_not_call.unblock', subject: `${of} ${value}`, detail: {} },
        context.now(),
      )
    })
    context.engine.changed()
    return {}
  }),

  export: os.export.handler(async ({ input: { format }, context }) => {
    const title = 'Do-not-call list'
    const order = { what: { of: 'do_not_call' }, format, columns: null, title } as const
    return shownJob(context, await context.jobs.start({ input: { is: 'export', order }, actor, title }))
  }),
})

/** A few milliseconds, with their places in the audit log: between two transactions calls have their turn. */
const REMOVED_AT_ONCE = 25

const takeOff = ({ change, statements: sql, now }: Services, ids: readonly number[], reason: string) =>
  change(async tx => {
    const by = { actor, job: null, at: now() }
    let removed = 0
    for (const id of ids) {
      const [row] = sql.rows<{ number: E164; reason: string; scope: string }>(
        'DELETE FROM suppressions WHERE id = ? RETURNING number, reason, scope',
        id,
      )
      if (row === undefined) continue
      removed += 1
      const holder = holderOf(sql, row.number)
      if (holder !== null) note(sql, holder.id, by, { is: 'callable_again', reason })
      const detail = { number: masked(row.number), scope: row.scope, was: row.reason, reason }
      await addAudit(tx, { actor, action: 'do_not_call.remove', subject: `entry ${id}`, detail }, now())
    }
    return removed
  })

const blockTables = {
  prefix: { table: 'blocked_prefixes', column: 'prefix' },
  country: { table: 'blocked_countries', column: 'country' },
} as const

function mustLieAhead(expiresAt: Instant | null, now: Instant): void {
  if (expiresAt === null || expiresAt > now) return
  throw refused({
    code: 'over',
    field: 'expiresAt',
    what: 'That time is over.',
    cure: 'Choose a later one.',
  })
}

function mustBeCountry(country: string): void {
  if (isCountry(country)) return
  throw refused({
    code: 'bad_country',
    field: 'country',
    what: `There is no country “${country}”.`,
    cure: 'Choose one from the list.',
  })
}

/** The audit log names nobody: its chain has to outlive an erasure. */
const masked = (number: E164): string => `${number.slice(0, 4)}…${number.slice(-2)}`
