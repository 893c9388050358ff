import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { rejectedFile, stagingFile, uploadFile } from '../../../src-main/contacts/job-files.ts'
import type { JobId } from '../../../src-main/domain/ids.ts'
import { createUploads } from '../../../src-main/hosts/uploads/uploads.ts'
import { sweepFiles } from '../../../src-main/hosts/working/sweep-files.ts'
import { addJob } from '../../../src-main/store/job-records.ts'
import { aFolder, anOpenStore } from '../../make/workspace.ts'

const day = 24 * 60 * 60_000

test('uploads are kept for a day and while a job waits for them, rejected rows for 90 days, half a backup for a day', async () => {
  const folder = aFolder()
  const store = await anOpenStore(folder.file)
  onTestFinished(async () => {
    await store.close()
    folder.remove()
  })
  const dataDir = dirname(folder.file)
  const uploads = createUploads({ dataDir, freeDisk: async () => 100e9 })
  const anUpload = async () => {
    const kept = await uploads.keepText('x', 'a.csv')
    return 'upload' in kept ? kept.upload : ''
  }
  const now = Date.now()
  const aged = (path: string, ageMs: number) => {
    utimesSync(path, (now - ageMs) / 1000, (now - ageMs) / 1000)
    return path
  }
  const aFile = (path: string, ageMs: number) => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, '')
    return aged(path, ageMs)
  }
  const [fresh, old, needed] = [await anUpload(), await anUpload(), await anUpload()]
  for (const upload of [old, needed]) aged(uploadFile(dataDir, upload), 2 * day)
  const input = { is: 'import', upload: needed, fileName: 'a.csv', plan: {} as never } as const
  const written = await store.write(tx => addJob(tx, { input, actor: 'Ada', title: 'Import' }, now))
  if (!written.committed) throw new Error(written.failure.message)
  const job = written.value
  const staging = aFile(stagingFile(dataDir, job), 3 * day)
  const left = aFile(stagingFile(dataDir, 77 as JobId), 3 * day)
  const latest = aFile(rejectedFile(dataDir, 78 as JobId), 89 * day)
  const oldest = aFile(rejectedFile(dataDir, 79 as JobId), 91 * day)
  const exported = aFile(join(dataDir, 'exports', '80'), 400 * day)
  const underWay = aFile(join(dataDir, 'backups', 'trunkline-1.db.part'), 60_000)
  const brokenOff = aFile(join(dataDir, 'backups', 'trunkline-2.db.part'), 2 * day)
  const backup = aFile(join(dataDir, 'backups', 'trunkline-2.db'), 400 * day)
  await sweepFiles({ dataDir, db: store.db, uploads, now: () => now })
  expect((await uploads.list()).map(({ upload }) => upload).sort()).toEqual([fresh, needed].sort())
  expect([underWay, brokenOff, backup].map(path => existsSync(path))).toEqual([true, false, true])
  expect([staging, left, latest, oldest, exported].map(path => existsSync(path))).toEqual([
    true,
    false,
    true,
    false,
    true,
  ])
})
