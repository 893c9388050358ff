import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { act } from '../../../src-main/contacts/act/run-act.ts'
import { JobCalledOff } from '../../../src-main/contacts/job-work.ts'
import { contactRow } from '../../../src-main/contacts/write/contact-row.ts'
import { editContact } from '../../../src-main/contacts/write/edit-contact.ts'
import { mergeContacts } from '../../../src-main/contacts/write/merge-contacts.ts'
import type { CampaignId, ContactId } from '../../../src-main/domain/ids.ts'
import type { ContactAction } from '../../../src-main/domain/job.ts'
import { leadStatuses } from '../../../src-main/domain/lead.ts'
import { aCampaign, aFolder, anOpenStore, mondayAtTen, phone } from '../../make/workspace.ts'
import { aJob, type Desk, type DoneAct, doAct, undoAct, workOf } from './job-work.ts'
import { broken, everything } from './whole-workspace.ts'

// Each look at the clock takes long: a transaction has one contact or two, so that a job breaks off between them.
let clock = 0
beforeEach(() => void vi.spyOn(performance, 'now').mockImplementation(() => (clock += 5)))
afterEach(() => vi.restoreAllMocks())

const people = 6
const someContacts = fc.uniqueArray(fc.integer({ min: 1, max: people }), { minLength: 1, maxLength: people })
const campaign = fc.constantFrom(1, 2) as fc.Arbitrary<CampaignId>

const anyAction: fc.Arbitrary<ContactAction> = fc.oneof(
  fc.record({ do: fc.constantFrom('add_tags', 'remove_tags'), tags: fc.constantFrom([1], [2], [1, 2]) }),
  fc.record({ do: fc.constantFrom('add_to_list', 'remove_from_list'), list: fc.constant(1) }),
  fc.record({ do: fc.constant('add_to_campaign'), campaign, priority: fc.constantFrom('high', 'low') }),
  fc.record({ do: fc.constant('set_language'), language: fc.constantFrom('de', 'en', null) }),
  fc.record({
    do: fc.constant('set_zone'),
    zone: fc.constantFrom('Europe/Berlin', 'America/New_York', null),
  }),
  fc.record({
    do: fc.constant('set_field'),
    key: fc.constant('city'),
    value: fc.constantFrom('Bonn', 'Köln', ''),
  }),
  fc.record({
    do: fc.constant('do_not_call'),
    reason: fc.constantFrom('asked', 'law'),
    expiresAt: fc.constantFrom(null, mondayAtTen + 9e9),
  }),
  fc.record({ do: fc.constant('delete') }),
  fc.record({ do: fc.constantFrom('retry_now', 'skip', 'remove', 'call_first'), campaign }),
  fc.record({
    do: fc.constant('set_priority'),
    campaign,
    priority: fc.constantFrom('high', 'normal', 'low'),
  }),
) as fc.Arbitrary<ContactAction>

const anyStep = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ is: fc.constant('act' as const), action: anyAction, contacts: someContacts }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant('act, then undo' as const),
      action: anyAction,
      contacts: someContacts,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constantFrom('crash' as const, 'cancel' as const),
      action: anyAction,
      contacts: someContacts,
      at: fc.integer({ min: 1, max: 5 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('undo an earlier one' as const), which: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant('a call' as const),
      lead: fc.nat({ max: 9 }),
      status: fc.constantFrom(...leadStatuses),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant('edit' as const),
      contact: fc.integer({ min: 1, max: people }),
      phones: fc.uniqueArray(fc.nat({ max: 8 }), { maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('merge' as const),
      contacts: fc.uniqueArray(fc.integer({ min: 1, max: people }), { minLength: 2, maxLength: 2 }),
    }),
  },
)
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never

async function aWorkspace(): Promise<Desk & { close(): Promise<void> }> {
  const folder = aFolder()
  const store = await anOpenStore(folder.file)
  await aCampaign(store, { contacts: people })
  await aCampaign(store, { name: 'Other', contacts: 2 })
  await store.write(async () => {
    const { statements: sql } = store
    sql.run(`INSERT INTO tags (name) VALUES ('VIP'), ('Late')`)
    sql.run(`INSERT INTO lists (name, created_at, changed_at) VALUES ('Autumn', 0, 0)`)
    sql.run(`INSERT INTO consents (contact_id, kind, given_at) VALUES (1, 'express', 5), (6, 'express', 5)`)
  })
  let now = mondayAtTen
  return {
    store,
    file: folder.file,
    now: () => (now += 1_000),
    close: async () => {
      await store.close()
      folder.remove()
    },
  }
}

class PowerCut extends Error {}

async function takeStep(desk: Desk, step: Step, done: DoneAct[]): Promise<void> {
  const { store } = desk
  const { statements: sql } = store
  const written = (work: () => void) => store.write(async () => work())
  switch (step.is) {
    case 'act':
      done.push(await doAct(desk, selected(step.contacts), step.action))
      return
    case 'act, then undo': {
      const before = everything(sql)
      const acted = await doAct(desk, selected(step.contacts), step.action)
      const result = await undoAct(desk, acted)
      expect(result).toMatchObject({ restored: acted.result.changed, kept: 0 })
      expect(everything(sql)).toEqual(before)
      return
    }
    case 'crash': {
      const input = { is: 'act', selection: selected(step.contacts), action: step.action } as const
      const job = await aJob(desk, input)
      const misfortune = { at: step.at, throws: new PowerCut() }
      const run = act.run(workOf(desk, job, { misfortune }), input)
      const result = await run.catch(error => {
        if (!(error instanceof PowerCut)) throw error
        return act.run(workOf(desk, job, { goesOn: true }), input)
      })
      const [journal] = sql.rows<{ n: number }>(
        `SELECT count(DISTINCT contact_id) AS n FROM contact_changes WHERE job_id = ${job}`,
      )
      expect(result.changed).toBe(journal?.n)
      done.push({ job, input, result })
      return
    }
    case 'cancel': {
      const before = everything(sql)
      const input = { is: 'act', selection: selected(step.contacts), action: step.action } as const
      const job = await aJob(desk, input)
      const misfortune = { at: step.at, throws: new JobCalledOff() }
      await act.run(workOf(desk, job, { misfortune }), input).catch(() => {})
      // Once more: cleaning up may be interrupted too.
      for (const at of [1, 2, 3, 9]) {
        const again = { at, throws: new PowerCut() }
        await act.cleanUp(workOf(desk, job, { misfortune: again }), input).catch(() => {})
      }
      expect(everything(sql)).toEqual(before)
      expect(sql.rows(`SELECT id FROM contact_changes WHERE job_id = ${job}`)).toEqual([])
      return
    }
    case 'undo an earlier one': {
      const [one] = done.splice(step.which % Math.max(done.length, 1), 1)
      if (one !== undefined) {
        const { restored, kept } = await undoAct(desk, one)
        expect(restored + kept).toBeLessThanOrEqual(one.result.changed)
      }
      return
    }
    case 'a call':
      await written(() =>
        sql.run(
          `UPDATE leads SET status = ?, attempts = attempts + 1, ready_at = 0, hold = NULL,
             skip_reason = CASE ? WHEN 'skipped' THEN 'dnc' END, final_status = CASE ? WHEN 'called' THEN 'completed' END
           WHERE id = ?`,
          step.status,
          step.status,
          step.status,
          step.lead,
        ),
      )
      return
    case 'edit':
      await written(() => {
        const contact = contactRow(sql, step.contact as ContactId)
        const [first = null, ...further] = step.phones.map(phone)
        const by = { actor: 'tester', job: null, at: desk.now() }
        if (contact !== null) editContact(sql, contact, { phone: first, written: '', further }, by)
      })
      return
    case 'merge':
      await written(() => {
        const [into, from] = step.contacts.map(id => contactRow(sql, id as ContactId))
        const by = { actor: 'tester', job: null, at: desk.now() }
        if (into && from) mergeContacts(sql, into, from, by)
      })
  }
}

const selected = (contacts: readonly number[]) => ({ contacts: contacts as ContactId[] })

test('whatever is done, undone, cancelled or interrupted: counts are right, nothing is lost, an undo is exact', () =>
  fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 14 }), async steps => {
      const desk = await aWorkspace()
      const done: DoneAct[] = []
      try {
        for (const step of steps) {
          await takeStep(desk, step, done)
          expect(broken(desk.store.statements)).toEqual([])
        }
      } finally {
        await desk.close()
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 60) },
  ))
