import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CallId, NumberId } from '../../src-main/domain/ids.ts'
import { restoreHere } from '../../src-main/hosts/backups/restore-here.ts'
import { orderRestore } from '../../src-main/hosts/backups/restore-order.ts'
import { tempDir } from '../hosts/temp-dir.ts'
import { aComposedApi, aDraft, anApi, refusalOf } from '../make/api.ts'
import { addPastCalls } from '../make/past-calls.ts'

const api = anApi({ demo: true, each: true })

test('desktop.md 5: a backup is made by hand, says what it holds, and is deleted', async () => {
  const { client, folder } = api
  const made = await client.backups.make()
  const { rows, settings } = await client.backups.list()
  expect(rows).toMatchObject([
    { name: made.name, by: 'hand', holds: { campaigns: 1, contacts: 500, calls: 0 } },
  ])
  expect(rows[0]?.bytes).toBeGreaterThan(100_000)
  expect(settings).toEqual({ everyHours: 24, keep: 14 })
  expect(readdirSync(join(folder, 'backups')).sort()).toEqual(
    [made.name.replace('.db', '.json'), made.name].sort(),
  )
  await client.backups.remove({ name: made.name })
  expect((await client.backups.list()).rows).toEqual([])
  expect(await refusalOf(client.backups.remove({ name: '../workspace.db' }))).toMatchObject({
    code: 'no_backup',
  })
})

test('desktop.md 5: the next opening restores what was ordered, keeps the state before it, and says so', async () => {
  const data = tempDir()
  const first = await aComposedApi(data)
  await first.client.workspace.startDemo()
  const { name } = await first.client.backups.make()
  await aDraft(first, { name: 'Made since' })
  expect(await refusalOf(first.client.backups.restore({ from: { name } }))).toMatchObject({
    code: 'command_line',
  })
  expect(await orderRestore(data, { from: { name }, actor: 'supervisor' })).toBe(true)
  await first.app.close({ drainSeconds: 0 })

  const second = await aComposedApi(data)
  const names = (await second.client.campaigns.list()).map(campaign => campaign.name)
  expect(names).not.toContain('Made since')
  const { rows } = await second.client.backups.list()
  expect(rows.map(({ by }) => by)).toEqual(['before_restore', 'hand'])
  const [notice] = (await second.client.notices.list({})).rows
  expect(notice).toMatchObject({ kind: 'backup_restored', title: 'A backup was restored' })
  const [entry] = (await second.client.activity.list({ kinds: ['workspace'] })).rows
  expect(entry).toMatchObject({ action: 'backup.restore', actor: 'supervisor' })
  const before = rows[0]?.name ?? ''
  await orderRestore(data, { from: { name: before }, actor: 'supervisor' })
  await second.app.close({ drainSeconds: 0 })

  const third = await aComposedApi(data)
  expect((await third.client.campaigns.list()).map(campaign => campaign.name)).toContain('Made since')
  await third.app.close({ drainSeconds: 0 })
})

async function aRecordedCall(): Promise<CallId> {
  const { id: campaign } = await aDraft(api)
  const [number] = await api.client.numbers.list()
  const { change, statements } = api.services
  await change(async tx => {
    await addPastCalls(
      {
        write: async (work: (of: typeof tx) => unknown) => ({ committed: true, value: await work(tx) }),
        statements,
      } as never,
      campaign,
      [{ number: number?.id as NumberId, at: Date.now() - 60_000 }],
    )
    statements.run(`UPDATE calls SET recording = 'recordings/' || id || '.wav'`)
  })
  return statements.first<{ id: CallId }>('SELECT id FROM calls')?.id as CallId
}

test('settings of the automatic backups are kept, and stand in the activity log', async () => {
  const { client } = api
  await client.backups.setSettings({ everyHours: 4, keep: 3 })
  expect((await client.backups.list()).settings).toEqual({ everyHours: 4, keep: 3 })
  const [entry] = (await client.activity.list({ kinds: ['workspace'] })).rows
  expect(entry?.changes).toEqual([
    { part: 'everyHours', before: 24, after: 4 },
    { part: 'keep', before: 14, after: 3 },
  ])
})

test('desktop.md 5: a recording that a restored workspace has lost is no dead player, and the restore says that backups hold none', async () => {
  const { client, folder } = api
  const id = await aRecordedCall()
  expect(await client.calls.get({ id })).toMatchObject({ recorded: true, recordingUrl: null })
  mkdirSync(join(folder, 'recordings'), { recursive: true })
  writeFileSync(join(folder, 'recordings', `${id}.wav`), '')
  expect(await client.calls.get({ id })).toMatchObject({
    recorded: true,
    recordingUrl: `/recordings/${id}.wav`,
  })
  const { name } = await client.backups.make()
  const elsewhere = tempDir()
  const restored = await restoreHere(
    elsewhere,
    { backup: join(folder, 'backups', name), actor: 'supervisor' },
    Date.now(),
  )
  expect(restored).toMatchObject({ kept: null })
  const opened = await aComposedApi(elsewhere)
  expect(await opened.client.calls.get({ id })).toMatchObject({ recorded: true, recordingUrl: null })
  const [notice] = (await opened.client.notices.list({})).rows
  expect(notice?.text).toContain('A backup holds no recordings')
  await opened.app.close({ drainSeconds: 0 })
})
