import { afterEach, expect, test } from 'vitest'
import { act } from '../../src-main/contacts/act/run-act.ts'
import { addConsent, withdrawConsent } from '../../src-main/contacts/write/consents.ts'
import { contactRow } from '../../src-main/contacts/write/contact-row.ts'
import { editContact } from '../../src-main/contacts/write/edit-contact.ts'
import type { ContactId } from '../../src-main/domain/ids.ts'
import type { ContactAction } from '../../src-main/domain/job.ts'
import { aJob, workOf } from '../contacts/act/job-work.ts'
import { letsItRing } from '../fakes/sim-dialer.ts'
import { aBench, type Bench, type BenchOptions } from '../make/engine.ts'
import { mondayAtTen, phone } from '../make/workspace.ts'

let bench: Bench
const given = async (options: BenchOptions) => {
  bench = await aBench(options)
  return bench
}
afterEach(async () => {
  expect(bench.bugs).toEqual([])
  await bench.end()
})

const first = 1 as ContactId
const byHand = () => ({ actor: 'tester', job: null, at: bench.clock.now() })
const write = (work: (sql: Bench['store']['statements']) => void) =>
  bench.store.write(async () => work(bench.store.statements))
const numbers = () => bench.dialer.invites.map(({ number }) => number)

async function doNow(action: ContactAction, contacts: readonly ContactId[] = [first]) {
  const file = bench.store.statements.rows<{ file: string }>('PRAGMA database_list')[0]?.file ?? ''
  const desk = { store: bench.store, file, now: () => bench.clock.now() }
  const input = { is: 'act', selection: { contacts }, action } as const
  const result = await act.run(workOf(desk, await aJob(desk, input)), input)
  bench.engine.changed()
  return result
}

const express = {
  kind: 'express' as const,
  purpose: null,
  channel: '',
  source: '',
  evidence: '',
  givenAt: 0,
  expiresAt: null,
}

test('consent that is withdrawn holds from the next claim on', async () => {
  const { launch, statuses } = await given({ contacts: 2, settings: { consent: 'express' } })
  await write(sql => {
    for (const contact of [1, 2] as ContactId[]) addConsent(sql, contact, express, byHand())
    withdrawConsent(sql, first, 1, byHand())
  })
  await launch()
  expect(numbers()).toEqual([phone(1)])
  expect(await statuses()).toEqual({ completed: 1, skipped: 1 })
})

test('consent that is withdrawn between the claim and the INVITE keeps the INVITE back', async () => {
  const { launch, statuses } = await given({
    contacts: 1,
    settings: { consent: 'express' },
    prepare: () => {
      void write(sql => void withdrawConsent(sql, first, 1, byHand()))
      return null
    },
  })
  await write(sql => void addConsent(sql, first, express, byHand()))
  await launch()
  expect(numbers()).toEqual([])
  expect(await statuses()).toEqual({ skipped: 1 })
})

test('somebody put on the do-not-call list by an action is not called any more', async () => {
  const { launch, statuses } = await given({ contacts: 2 })
  await doNow({ do: 'do_not_call', reason: 'asked', expiresAt: null })
  await launch()
  expect(numbers()).toEqual([phone(1)])
  expect(await statuses()).toEqual({ completed: 1, skipped: 1 })
})

test('a number and a zone stay while a call is live, and can be changed when it is over', async () => {
  const { launch, clock } = await given({
    contacts: 1,
    settings: { maxRetries: 0 },
    answer: () => letsItRing,
  })
  const edit = (change: { phone?: string; zone?: string }) => {
    const contact = contactRow(bench.store.statements, first)
    return contact && editContact(bench.store.statements, contact, { written: '', ...change }, byHand())
  }
  await launch(mondayAtTen + 1_000)
  expect(bench.engine.activeCalls()).toHaveLength(1)
  const results: unknown[] = []
  await write(() => results.push(edit({ phone: phone(9) }), edit({ zone: 'Europe/Paris' })))
  expect(results).toEqual([
    { refused: 'being_called', part: 'phone' },
    { refused: 'being_called', part: 'zone' },
  ])
  expect(await doNow({ do: 'set_zone', zone: 'Europe/Paris' })).toMatchObject({
    reasons: [{ reason: 'is being called', contacts: 1 }],
  })
  await clock.run()
  await write(() => results.push(edit({ phone: phone(9) })))
  expect(results.at(-1)).toEqual({ revision: 2 })
})

test('retry now gives whoever used up the attempts one further one, and no more', async () => {
  const { launch, clock, statuses, engine, campaign } = await given({
    contacts: 1,
    settings: { maxRetries: 0, keepLive: true },
    answer: () => letsItRing,
  })
  await launch(mondayAtTen + 3_600_000)
  expect(await statuses()).toEqual({ no_answer: 1 })
  await doNow({ do: 'retry_now', campaign })
  await clock.run(mondayAtTen + 2 * 3_600_000)
  expect(numbers()).toHaveLength(2)
  expect(await statuses()).toEqual({ no_answer: 1 })
  expect(engine.activeCalls()).toEqual([])
})

test('retry now never goes beyond the attempts of a day', async () => {
  const { launch, clock, campaign } = await given({
    contacts: 1,
    settings: { maxRetries: 0, attemptsPerDay: 1, keepLive: true },
    answer: () => letsItRing,
  })
  await launch(mondayAtTen + 3_600_000)
  await doNow({ do: 'retry_now', campaign })
  await clock.run(mondayAtTen + 7 * 3_600_000)
  expect(numbers()).toHaveLength(1)
  await clock.run(mondayAtTen + 30 * 3_600_000)
  expect(numbers()).toHaveLength(2)
})

test('§7: call first is called before all others, skipped and removed are not called', async () => {
  const { launch, campaign } = await given({ contacts: 4 })
  await doNow({ do: 'call_first', campaign }, [3 as ContactId])
  await doNow({ do: 'skip', campaign }, [first])
  await doNow({ do: 'remove', campaign }, [2 as ContactId])
  await launch()
  expect(numbers()).toEqual([phone(2), phone(3)])
})
