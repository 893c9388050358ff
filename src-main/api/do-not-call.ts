import { implement } from '@orpc/server'
import { openFile } from '../contacts/import/read/open-file.ts'
import { UnreadableFile } from '../contacts/import/read/unreadable-file.ts'
import { holderOf } from '../contacts/write/contact-row.ts'
import { note } from '../contacts/write/journal.ts'
import { contract } from '../contract/contract.ts'
import type { E164 } from '../domain/ids.ts'
import { isCountry } from '../numbering/phone.ts'
import { addAudit } from '../store/audit.ts'
import { actor } from './actor.ts'
import { blockValue } from './block-value.ts'
import { shownJob } from './job-row.ts'
import { mustBeKept } from './kept-upload.ts'
import { createListing } from './list-numbers.ts'
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
    if (expiresAt !== null && expiresAt <= context.now())
      throw refused({
        code: 'over',
        field: 'expiresAt',
        what: 'That time is over.',
        cure: 'Choose a later one.',
      })
    const listing = createListing(context, { country, source: 'supervisor', expiresAt })
    const rejected: { text: string; reason: string }[] = []
    for (const text of numbers) {
      const why = await listing.put(text, reason)
      if (why !== null) rejected.push({ text, reason: why })
    }
    return { ...(await listing.end('do_not_call.add', reason)), rejected }
  }),

  import: os.import.handler(async ({ input: { upload, column, reasonColumn, country, reason }, context }) => {
    mustBeCountry(country)
    const known = await mustBeKept(context, upload)
    const listing = createListing(context, { country, source: 'import', expiresAt: null })
    const rejected: { line: number; text: string; reason: string }[] = []
    try {
      for await (const { rows } of (await openFile(known.path, null)).rows())
        for (const { line, cells } of rows) {
          const text = cells[column] ?? ''
          const own = reasonColumn === null ? '' : (cells[reasonColumn] ?? '').slice(0, LONGEST_REASON)
          const why = await listing.put(text, own || reason)
          if (why !== null && rejected.length < MOST_REJECTED) rejected.push({ line, text, reason: why })
        }
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      const { added } = await listing.end('do_not_call.import', known.fileName)
      const cure =
        added === 0
          ? 'Nothing was added.'
          : `${added} numbers above it were added; adding them again does no harm.`
      throw refused({
        code: 'unreadable_file',
        field: 'file',
        what: `${known.fileName}: ${error.message}`,
        cure,
      })
    }
    return { ...(await listing.end('do_not_call.import', known.fileName)), rejected }
  }),

  remove: os.remove.handler(async ({ input: { ids, reason }, context }) => {
    const removed = await context.change(async tx => {
      const { statements: sql, now } = context
      const by = { actor, job: null, at: now() }
      let count = 0
      for (const id of ids) {
        const [row] = sql.rows<{ number: E164; reason: string; scope: string }>(
          'DELETE FROM suppressions WHERE id = ? RETURNING number, reason, scope',
          id,
        )
        if (row === undefined) continue
        count += 1
        const holder = holderOf(sql, row.number)
        if (holder !== null) note(sql, holder.id, by, { is: 'callable_again', reason })
        const detail = { number: masked(row.number), scope: row.scope, was: row.reason, reason }
        await addAudit(tx, { actor, action: 'do_not_call.remove', subject: `entry ${id}`, detail }, now())
      }
      return count
    })
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

const LONGEST_REASON = 500
/** More would fill the window; the count of numbers tells the rest. */
const MOST_REJECTED = 1_000

const blockTables = {
  prefix: { table: 'blocked_prefixes', column: 'prefix' },
  country: { table: 'blocked_countries', column: 'country' },
} as const

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
