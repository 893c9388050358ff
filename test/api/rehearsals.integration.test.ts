import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Rehearsal } from '../../src-main/contract/rehearsal.ts'
import { launchDefaults } from '../../src-main/domain/launch.ts'
import { aComposedApi, aDraft, type ComposedApi, firstOf } from '../make/api.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'trunkline-'))
const copy = join(dataDir, 'rehearsal')
// Endings that force what each person does: two take part, one opts out, one hangs up at once.
const people = {
  '+493023125110': 'Anna',
  '+493023125111': 'Ben',
  '+493023125107': 'Cem',
  '+493023125108': 'Dora',
}
const choices = structuredClone(launchDefaults) as never
const anyHour = {
  zone: 'Europe/Berlin',
  windows: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(day => [day, [{ from: 0, to: 1440 }]]),
  ),
}
let api: ComposedApi
type Id = Awaited<ReturnType<typeof aDraft>>['id']

const aFour = (name: string) =>
  aDraft(
    api,
    {
      name,
      schedule: anyHour,
      settings: { maxConcurrentCalls: 4, maxRetries: 0, purpose: 'information' },
    },
    people,
  )
const now = async (id: Id): Promise<Rehearsal> => firstOf(await api.client.rehearsals.live({ id }))
async function until(id: Id, is: (state: Rehearsal) => boolean): Promise<Rehearsal> {
  for await (const state of await api.client.rehearsals.live({ id })) if (is(state)) return state
  throw new Error('The live view ended')
}
const isOver = ({ is }: Rehearsal) => is === 'done' || is === 'failed' || is === 'cancelled'

beforeAll(async () => {
  mkdirSync(copy)
  writeFileSync(join(copy, 'workspace.db'), 'left by a crash')
  api = await aComposedApi(dataDir)
  await api.client.workspace.startDemo()
})
afterAll(async () => {
  await api.app.close({ drainSeconds: 0 })
  rmSync(dataDir, { recursive: true, force: true })
})

test('a copy that a crash left behind is gone after the next start', () =>
  expect(existsSync(copy)).toBe(false))

test('campaigns.md §6 “Rehearse”: it runs against the practice carrier beside the forecast, and leaves the workspace alone', {
  timeout: 120_000,
}, async () => {
  const { id } = await aFour('Spring')
  expect(await now(id)).toEqual({ is: 'none' })
  await api.client.rehearsals.start({ id, choices })

  const other = await aFour('Summer')
  await expect(api.client.rehearsals.start({ id: other.id, choices })).rejects.toMatchObject({
    code: 'REFUSED',
    data: { code: 'rehearsing', what: expect.stringContaining('“Spring” is being rehearsed') },
  })
  const running = await until(id, ({ is }) => is === 'running' || is === 'failed')
  expect(running).toMatchObject({ is: 'running', contacts: 4 })

  const over = await until(id, isOver)
  expect(over).toMatchObject({
    is: 'done',
    report: {
      end: { is: 'completed', why: '' },
      contacts: 4,
      drawnFrom: null,
      calls: 4,
      answered: 4,
      optOuts: 1,
      ledger: { invites: 4, calledTwice: 0, outsideHours: 0, mismatches: 0, differences: [] },
      expected: { calls: { likely: 4 }, optOuts: { likely: 1 }, answered: { likely: 4 } },
    },
  })
  expect(existsSync(copy)).toBe(false)
  expect(await api.client.calls.count({})).toEqual({ calls: 0 })
  expect((await api.client.campaigns.get({ id })).campaign.state).toBe('draft')
  // Reopened later, it is found again; of another campaign there is none.
  expect(await now(id)).toEqual(over)
  expect(await now(other.id)).toEqual({ is: 'none' })
})

test('cancelled, it stops at once and its copy is gone; the next one may begin', {
  timeout: 60_000,
}, async () => {
  const { id } = await aFour('Autumn')
  await api.client.rehearsals.start({ id, choices })
  await until(id, ({ is }) => is === 'running')
  await api.client.rehearsals.cancel({ id })
  expect(existsSync(copy)).toBe(false)
  expect(await now(id)).toMatchObject({ is: 'cancelled' })
  await api.client.rehearsals.start({ id, choices })
  await api.client.rehearsals.cancel({ id })
})

test('what keeps a campaign from being launched keeps it from being rehearsed, in words', {
  timeout: 60_000,
}, async () => {
  const { id } = await api.client.campaigns.createDraft({ name: 'Winter' })
  await api.client.rehearsals.start({ id, choices })
  expect(await until(id, isOver)).toMatchObject({
    is: 'failed',
    what: expect.stringMatching(/^Not ready to launch: .*agent/i),
    cure: 'Mend this first, then rehearse again.',
  })
})

test('a campaign that is not there cannot be rehearsed', () =>
  expect(api.client.rehearsals.start({ id: 99 as Id, choices })).rejects.toMatchObject({ code: 'NOT_FOUND' }))

test('the end of the program ends a rehearsal and removes its copy', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-'))
  const second = await aComposedApi(folder)
  const { campaign: id } = await second.client.workspace.startDemo()
  await second.client.rehearsals.start({ id, choices })
  expect(existsSync(join(folder, 'rehearsal'))).toBe(true)
  await second.app.close({ drainSeconds: 0 })
  expect(existsSync(join(folder, 'rehearsal'))).toBe(false)
  rmSync(folder, { recursive: true, force: true })
})
