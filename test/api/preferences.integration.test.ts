import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addNotice } from '../../src-main/hosts/add-notice.ts'
import { createTidy } from '../../src-main/hosts/retention/keep-tidy.ts'
import { aDraft, anApi } from '../make/api.ts'

const api = anApi({ demo: true, each: true })
const day = 86_400_000

test('monitoring.md 4: a kind of notice that is switched off is kept as read, and counts for nobody', async () => {
  const { client, services } = api
  const tell = (kind: 'trunk_back' | 'trunk_held') =>
    services.change(tx =>
      addNotice(tx, { kind, level: 'info', campaign: null, title: kind, text: '' }, services.now()),
    )
  await tell('trunk_back')
  await tell('trunk_held')
  expect((await client.notices.list({})).unread).toBe(2)
  const { notices } = await client.preferences.get()
  await client.preferences.setNotices({ ...notices, quiet: ['trunk_back'] })
  const { unread, rows } = await client.notices.list({})
  expect([unread, ...rows.map(({ kind, read }) => [kind, read])]).toEqual([
    1,
    ['trunk_held', false],
    ['trunk_back', true],
  ])
  const waiting = await client.notices.list({ unreadOnly: true })
  expect([waiting.total, waiting.rows.map(({ kind }) => kind)]).toEqual([1, ['trunk_held']])
})

test('desktop.md 5: old recordings and transcripts are deleted at night; calls and the do-not-call list stay', async () => {
  const { client, services, folder } = api
  const { id } = await aDraft(api)
  const now = services.now()
  const addCall = (call: number, endedAt: number) =>
    services.change(async () => {
      services.statements.run(
        `INSERT INTO calls (id, sip_call_id, campaign_id, lead_id, contact_id, run, attempt, trunk_id, number_id,
           agent_version_id, to_number, place_id, caller_id, state, reserved_at, sending_at, ended_at, result,
           counts_as_attempt, lead_before, recording)
         SELECT ?, ?, campaign_id, leads.id, contact_id, 1, 1, (SELECT min(id) FROM trunks),
           (SELECT min(id) FROM numbers), (SELECT min(id) FROM agent_versions), '+4930', place_id, '', 'ended', ?, ?, ?,
           'answered', 1, '{}', ?
         FROM leads WHERE campaign_id = ? LIMIT 1`,
        call,
        `past-${call}`,
        endedAt,
        endedAt,
        endedAt,
        `recordings/${call}.wav`,
        id,
      )
      services.statements.run(`INSERT INTO call_events VALUES (?, 1, 0, 'said', '{}')`, call)
    })
  await addCall(1, now - 40 * day)
  await addCall(2, now - 5 * day)
  mkdirSync(join(folder, 'recordings'), { recursive: true })
  for (const call of [1, 2]) writeFileSync(join(folder, `recordings/${call}.wav`), 'sound')
  await client.preferences.setRetention({ recordingDays: 30, transcriptDays: 3, contactDays: null })
  const tidy = createTidy({
    ...services,
    dataDir: folder,
    log: { warn: () => {} } as never,
    onNotice: () => {},
  })
  expect((await tidy.run())?.deleted).toEqual({ recordings: 1, transcripts: 2, contacts: 0 })
  expect([1, 2].map(call => existsSync(join(folder, `recordings/${call}.wav`)))).toEqual([false, true])
  const { sql } = { sql: services.statements }
  expect(sql.rows('SELECT id, recording FROM calls ORDER BY id')).toEqual([
    { id: 1, recording: null },
    { id: 2, recording: 'recordings/2.wav' },
  ])
  expect(sql.rows('SELECT call_id FROM call_events')).toEqual([])
  const [notice] = (await client.notices.list({})).rows
  expect(notice?.title).toBe('Kept no longer: 1 recording, 2 transcripts deleted')
  // Nothing is looked at twice.
  expect((await tidy.run())?.deleted).toEqual({ recordings: 0, transcripts: 0, contacts: 0 })
  await tidy.stop()
})

test('desktop.md 5: contacts that were never called go after their time, and the history can take it back', async () => {
  const { client, services, folder } = api
  await services.change(async () => {
    services.statements.run(
      `INSERT INTO contacts (phone, place_id, name, name_key, fields, created_at, changed_at)
        SELECT '+493023125999', min(id), 'Old', 'old', '{}', ?, ? FROM places`,
      services.now() - 400 * day,
      services.now() - 400 * day,
    )
  })
  await client.preferences.setRetention({ recordingDays: null, transcriptDays: null, contactDays: 365 })
  const tidy = createTidy({
    ...services,
    dataDir: folder,
    log: { warn: () => {} } as never,
    onNotice: () => {},
  })
  expect((await tidy.run())?.deleted.contacts).toBe(1)
  expect(services.statements.rows(`SELECT id FROM contacts WHERE name = 'Old'`)).toEqual([])
  const [job] = (await client.jobs.list({})).rows
  expect([job?.title, job?.undo.possible]).toEqual(['Delete contacts never called in 365 days', true])
  await tidy.stop()
})
