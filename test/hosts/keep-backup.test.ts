import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freeDisk } from '../../src-main/hosts/free-disk.ts'
import { keepBackup } from '../../src-main/hosts/keep-backup.ts'
import { tempDir } from './temp-dir.ts'

async function* lines() {
  yield '{"a":1}'
  yield '{"b":2}'
}

test('a backup lies beside the workspace, a line each', async () => {
  const dir = tempDir()
  expect(await keepBackup(dir)('history.jsonl', lines())).toBe('backups/history.jsonl')
  expect(readFileSync(join(dir, 'backups', 'history.jsonl'), 'utf8')).toBe('{"a":1}\n{"b":2}\n')
})

test('one that breaks off leaves no file of its name', async () => {
  const dir = tempDir()
  const broken = async function* () {
    yield 'half'
    throw new Error('The workspace could not be read')
  }
  await expect(keepBackup(dir)('history.jsonl', broken())).rejects.toThrow('could not be read')
  expect(readdirSync(join(dir, 'backups'))).toEqual(['history.jsonl.part'])
})

test('where no folder can be made it says so', async () => {
  const dir = tempDir()
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, 'backups'), 'a file')
  await expect(keepBackup(dir)('history.jsonl', lines())).rejects.toThrow()
})

test('the disk tells how much may still be written', async () =>
  expect(await freeDisk(tempDir())()).toBeGreaterThan(0))
