import { existsSync, linkSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { settleAside } from '../../src-main/store/backup/put-aside.ts'
import { aFolder } from '../make/workspace.ts'

const place = () => {
  const { file, remove } = aFolder()
  onTestFinished(remove)
  const backups = join(dirname(file), 'backups')
  mkdirSync(backups)
  writeFileSync(file, 'the workspace')
  return { file, backups, keepAs: join(backups, 'trunkline-1.db') }
}

test('quality.md 4: a restore that was killed before the change leaves no second name of the workspace among the backups', () => {
  const { file, backups, keepAs } = place()
  linkSync(file, `${keepAs}.aside`)
  settleAside(backups, file)
  expect(readdirSync(backups)).toEqual([])
  expect(existsSync(file)).toBe(true)
})

test('quality.md 4: one that was killed right after the change still keeps the workspace as it was', () => {
  const { file, backups, keepAs } = place()
  writeFileSync(`${keepAs}.aside`, 'the workspace before')
  settleAside(backups, file)
  expect(readdirSync(backups)).toEqual(['trunkline-1.db'])
})
