import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { Instant } from '../../../src-main/domain/ids.ts'
import type { Notice } from '../../../src-main/domain/notice.ts'
import { createBackups } from '../../../src-main/hosts/backups/create-backups.ts'
import { readThrough } from '../../../src-main/store/backup/write-backup.ts'
import { writeSetting } from '../../../src-main/store/workspace-settings.ts'
import { aCampaign, aFolder, anOpenStore, mondayAtTen } from '../../make/workspace.ts'
import { until } from '../../peers/programs.ts'
import { aSmallDisk, cannotMount } from '../cli/small-disk.ts'

const HOUR = 3_600_000
const workerPath = resolve(import.meta.dirname, '../../../src-main/hosts/backups/worker.ts')

// Its alarm clock is played, the thread that copies is not.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

async function aKeeper({ contacts = 3, folder = null as string | null } = {}) {
  const made = folder === null ? aFolder() : null
  const file = made?.file ?? join(folder ?? '', 'workspace.db')
  const store = await anOpenStore(file)
  await aCampaign(store, { contacts })
  const world = { now: mondayAtTen as Instant, free: 100e9 }
  const told: Notice[] = []
  const backups = createBackups({
    dataDir: dirname(file),
    store,
    workerPath,
    freeDisk: async () => world.free,
    now: () => world.now,
    log: pino({ level: 'silent' }),
    tell: notice => told.push(notice),
  })
  onTestFinished(async () => {
    await backups.stop()
    await store.close()
    made?.remove()
  })
  const settle = () => new Promise(resolve => setTimeout(resolve, 50))
  return {
    store,
    backups,
    world,
    told,
    folder: join(dirname(file), 'backups'),
    /** So much later it looks once whether something is to be done, and does it. */
    pass: async (hours: number) => {
      world.now += hours * HOUR
      vi.advanceTimersByTime(5 * 60_000)
      await settle()
      await until('the backup is made', () => backups.underWaySince() === null, 20_000)
      await settle()
    },
    set: (everyHours: number, keep: number) =>
      store.write(tx => writeSetting(tx, 'backups', { everyHours, keep }, world.now)),
  }
}

const hoursOf = async (backups: Awaited<ReturnType<typeof aKeeper>>['backups']) =>
  (await backups.list()).map(({ at, by }) => `${by} ${(at - mondayAtTen) / HOUR}`)

test('desktop.md 5, backups (automatic, kept N): every so many hours one is made, and only the newest N of those stay', async () => {
  const { backups, pass, set, folder } = await aKeeper()
  await set(12, 2)
  await pass(0)
  await pass(6)
  expect(await hoursOf(backups)).toEqual(['schedule 0'])
  await backups.make('hand')
  for (let day = 0; day < 4; day += 1) await pass(12)
  expect(await hoursOf(backups)).toEqual(['schedule 54', 'schedule 42', 'hand 6'])
  const files = readdirSync(folder)
  expect(files.filter(name => name.endsWith('.db'))).toHaveLength(3)
  expect(files.filter(name => name.endsWith('.json'))).toHaveLength(3)
  for (const name of files.filter(each => each.endsWith('.db')))
    expect(readThrough(join(folder, name))).toMatchObject({ contacts: 3 })
})

test('desktop.md 5: switched off, or with nothing to lose, none is made by itself', async () => {
  const off = await aKeeper()
  await off.set(0, 5)
  await off.pass(100)
  expect(await off.backups.list()).toEqual([])
  const empty = await aKeeper({ contacts: 0 })
  await empty.pass(100)
  expect(await empty.backups.list()).toEqual([])
})

test('quality.md 4: without room it says so once, tries every hour, and goes on when there is room', async () => {
  const { backups, pass, world, told } = await aKeeper()
  world.free = 1e6
  await pass(0)
  await pass(0.5)
  await pass(1)
  expect(told).toMatchObject([{ kind: 'backup_failed', title: 'The automatic backup failed' }])
  expect(told[0]?.text).toMatch(/^It needs \d.* GB, and 0\.0 GB are free\. Free some space, or keep fewer/)
  world.free = 100e9
  await pass(0.5)
  expect(await backups.list()).toEqual([])
  await pass(1)
  expect(await hoursOf(backups)).toEqual(['schedule 3'])
  expect(told).toHaveLength(1)
})

test.skipIf(cannotMount())(
  'quality.md 4: a disk that fills up in the middle of a backup leaves no half of it, and the workspace works on',
  async () => {
    const disk = aSmallDisk(24)
    const { backups, store, folder } = await aKeeper({ contacts: 3_000, folder: disk.folder })
    await store.write(tx => writeSetting(tx, 'backups', { everyHours: 0, keep: 1 }, mondayAtTen))
    const good = await backups.make('hand')
    expect(good).toHaveProperty('name')
    disk.fill()
    expect(await backups.make('hand')).toEqual({
      failed: 'The disk is full. Free some space, or keep fewer backups.',
    })
    expect(readdirSync(folder).filter(name => name.includes('.part'))).toEqual([])
    disk.makeRoom()
    expect(
      (await store.write(tx => writeSetting(tx, 'backups', { everyHours: 4, keep: 1 }, 1))).committed,
    ).toBe(true)
    expect(await backups.make('hand')).toHaveProperty('name')
    expect(existsSync(join(folder, 'name' in good ? good.name : ''))).toBe(true)
  },
)
