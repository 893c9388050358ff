import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { startTrunkline, trunkline } from '../start-trunkline.mjs'
import { tempDir } from '../temp-dir.ts'
import { aList, answerOf, aRun, expectWholeness } from './a-run.ts'
import { aSmallDisk, cannotMount } from './small-disk.ts'

const anybody = () => ({ contacts: aList(9), trunk: 9 })
const onConsole = (data: string) => ['console', '--data', data, '--port', '0', '--json']

/** Both hosts refuse with these very words, on stdout for programs and on stderr for people, and no stack trace. */
const expectRefusal = async (data: string, ending: string, exitCode: number, message: string) => {
  const asked = await Promise.all([trunkline(...aRun({ data, ...anybody() })), trunkline(...onConsole(data))])
  for (const said of asked)
    expect([said.code, answerOf(said), said.err]).toEqual([
      exitCode,
      { error: { code: ending, message } },
      `${message}\n`,
    ])
}

const aWorkspace = async (): Promise<string> => {
  const data = tempDir()
  const { code } = await trunkline(...aRun({ data, ...anybody() }, '--agent', 'Nobody'))
  expect(code).toBe(2)
  return data
}

test('a file that is no workspace', async () => {
  const data = tempDir()
  const file = join(data, 'workspace.db')
  writeFileSync(file, 'This was never a workspace. '.repeat(300))
  await expectRefusal(
    data,
    'workspaceUnusable',
    5,
    `${file} is not a workspace or is damaged. Choose another folder or restore a backup.`,
  )
  expect(readFileSync(file, 'utf8')).toMatch(/^This was never/)
})

test('a folder in the place of the workspace’s file', async () => {
  const data = tempDir()
  mkdirSync(join(data, 'workspace.db'))
  const { code, err } = await trunkline(...aRun({ data, ...anybody() }))
  expect([code, err.trim()]).toEqual([
    5,
    expect.stringMatching(/workspace\.db cannot be written: .*\. Give this user the right to write there/),
  ])
})

test('a file in the place of the folder', async () => {
  const data = join(tempDir(), 'file')
  writeFileSync(data, '')
  await expectRefusal(
    data,
    'workspaceUnusable',
    5,
    `The workspace folder ${data} cannot be written (ENOTDIR). Check its rights, or choose another one with --data.`,
  )
})

test('a workspace from a newer Trunkline is left as it is', async () => {
  const data = await aWorkspace()
  const file = join(data, 'workspace.db')
  const db = new Database(file)
  db.exec("INSERT INTO kysely_migration VALUES ('9999-from-the-future', '2099-01-01')")
  db.close()
  await expectRefusal(
    data,
    'workspaceUnusable',
    5,
    `${file} was written by a newer Trunkline (9999-from-the-future). Update this one, or choose another folder.`,
  )
})

test('a workspace that a console has open', async () => {
  const data = tempDir()
  const console = await startTrunkline(onConsole(data))
  await console.line(/^\{/)
  const message = `${data}/workspace.db is open in another running Trunkline. Close that one, or choose another folder.`
  await expectRefusal(data, 'workspaceInUse', 4, message)
  console.child.kill('SIGTERM')
  expect(await console.ended).toBe(0)
  expect(await expectWholeness(data)).toMatchObject({ campaigns: [], contacts: 0 })
})

test('a port that is taken, and the workspace is free again', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void taken.close())
  await new Promise(resolve => taken.once('listening', resolve))
  const { port } = taken.address() as { port: number }
  const data = tempDir()
  const said = await trunkline('console', '--data', data, '--port', String(port), '--json')
  expect([said.code, answerOf(said).error]).toEqual([
    3,
    { code: 'port', message: expect.stringContaining(`Port ${port} is taken`) },
  ])
  await expectWholeness(data)
})

test.skipIf(cannotMount())('a folder that is read-only', async () => {
  const { folder, protect } = aSmallDisk(1)
  protect()
  await expectRefusal(
    folder,
    'workspaceUnusable',
    5,
    `The workspace folder ${folder} cannot be written (EROFS). Check its rights, or choose another one with --data.`,
  )
})

test.skipIf(cannotMount())('a folder on a full disk, and the same folder when there is room', async () => {
  const disk = aSmallDisk(8)
  disk.fill()
  for (const args of [aRun({ data: disk.folder, ...anybody() }), onConsole(disk.folder)]) {
    const said = await trunkline(...args)
    expect([said.code, answerOf(said).error.code, said.err]).toEqual([
      5,
      'workspaceUnusable',
      expect.stringMatching(/^The .*full\. Free some space.*\n$/),
    ])
  }
  disk.makeRoom()
  const { code } = await trunkline(...aRun({ data: disk.folder, ...anybody() }, '--agent', 'Nobody'))
  expect(code).toBe(2)
  expect(await expectWholeness(disk.folder)).toMatchObject({ campaigns: [], contacts: 0 })
})
