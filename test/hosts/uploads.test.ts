import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { createUploads, mostUploadBytes } from '../../src-main/hosts/uploads/uploads.ts'
import { tempDir } from './temp-dir.ts'

const plenty = async () => 100 * 1024 ** 3

const someUploads = (freeDisk = plenty) => {
  const dataDir = tempDir()
  const uploads = createUploads({ dataDir, freeDisk })
  return {
    dataDir,
    uploads,
    files: () => (existsSync(join(dataDir, 'uploads')) ? readdirSync(join(dataDir, 'uploads')) : []),
  }
}

const body = (text: string) => Readable.from([Buffer.from(text)])

const taken = (answer: object): string => {
  if (!('upload' in answer)) throw new Error(JSON.stringify(answer))
  return String(answer.upload)
}

test('a file that was handed in is found again byte by byte, under the name it had', async () => {
  const { uploads } = someUploads()
  const id = taken(await uploads.keep(body('phone\n+49301\n'), { name: 'Herbst ☂.csv' }))
  const found = await uploads.find(id)
  expect(found).toMatchObject({ upload: id, fileName: 'Herbst ☂.csv', bytes: 13 })
  expect(readFileSync(found?.path ?? '', 'utf8')).toBe('phone\n+49301\n')
  expect((await uploads.list()).map(({ upload }) => upload)).toEqual([id])
})

test('pasted text is an upload like any other', async () => {
  const { uploads } = someUploads()
  const found = await uploads.find(taken(await uploads.keepText('a\tb', 'Pasted rows')))
  expect(found).toMatchObject({ fileName: 'Pasted rows', bytes: 3 })
})

test('contacts.md §3, no small size limit: what is larger than 4 GB is refused before a byte is read', async () => {
  const { uploads, files } = someUploads()
  const answer = await uploads.keep(body('x'), { name: 'huge.csv', bytes: mostUploadBytes + 1 })
  expect(answer).toMatchObject({ code: 'too_large', what: 'The file is larger than 4 GB.' })
  expect(files()).toEqual([])
})

test('a file that would fill the disk is refused, and nothing of it stays', async () => {
  const { uploads, files } = someUploads(async () => 1_000)
  expect(await uploads.keep(body('x'), { name: 'a.csv', bytes: 1 })).toMatchObject({ code: 'no_room' })
  expect(files()).toEqual([])
})

test('a disk that fills up while a file of unknown length comes in: nothing of it stays', async () => {
  let free = 10 * 1024 ** 3
  const { uploads, files } = someUploads(async () => free)
  const chunk = Buffer.alloc(8 * 1024 ** 2)
  const many = Readable.from(
    (function* () {
      for (let sent = 0; sent < 10; sent++) {
        if (sent === 2) free = 0
        yield chunk
      }
    })(),
  )
  expect(await uploads.keep(many, { name: 'a.csv' })).toMatchObject({ code: 'no_room' })
  expect(files()).toEqual([])
})

test('a sender who hangs up leaves nothing behind', async () => {
  const { uploads, files } = someUploads()
  const broken = new Readable({
    read() {
      this.push('half of a')
      this.destroy(new Error('hung up'))
    },
  })
  await expect(uploads.keep(broken, { name: 'a.csv' })).rejects.toThrow('hung up')
  expect(files()).toEqual([])
})

test('no name and no id leads out of the folder', async () => {
  const { uploads } = someUploads()
  const id = taken(await uploads.keep(body('x'), { name: '../../etc/pass\u0000wd' }))
  expect((await uploads.find(id))?.fileName).toBe('passwd')
  for (const bad of ['../workspace.db', `${id}.name`, '', `${id}/../..`])
    expect(await uploads.find(bad)).toBeNull()
})

test('a removed upload is gone with its name', async () => {
  const { uploads, files } = someUploads()
  await uploads.remove(taken(await uploads.keep(body('x'), { name: 'a.csv' })))
  expect(files()).toEqual([])
})
