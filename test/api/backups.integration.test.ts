import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { orderRestore } from '../../src-main/hosts/backups/restore-order.ts'
import { tempDir } from '../hosts/temp-dir.ts'
import { aComposedApi, aDraft, anApi, refusalOf } from '../make/api.ts'

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
