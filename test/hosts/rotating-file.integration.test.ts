import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLog } from '../../src-main/hosts/open-log.ts'
import { rotatingFile } from '../../src-main/hosts/rotating-file.ts'
import { tempDir } from './temp-dir.ts'

test('a log never grows without end: the oldest lines go', () => {
  const folder = tempDir()
  const file = rotatingFile(join(folder, 'logs', 'trunkline.log'))
  const line = `${'x'.repeat(999_999)}\n`
  for (let million = 0; million < 40; million++) file.write(line)
  file.close()
  const names = readdirSync(join(folder, 'logs')).sort()
  expect(names).toEqual(['trunkline.log', ...[1, 2, 3, 4].map(age => `trunkline.log.${age}`)])
  for (const name of names) expect(statSync(join(folder, 'logs', name)).size).toBeLessThanOrEqual(6_000_000)
})

test('warnings reach the terminal as one plain line; passwords reach neither place', () => {
  const folder = tempDir()
  const said: string[] = []
  const { log, close } = openLog(folder, line => said.push(line))
  log.info({ trunk: { password: 'rhubarb' } }, 'trunk saved')
  log.warn({ err: new Error('no answer') }, 'The trunk is down')
  close()
  expect(said).toEqual(['The trunk is down: no answer'])
  const written = readFileSync(join(folder, 'logs', 'trunkline.log'), 'utf8')
  expect(written).toContain('trunk saved')
  expect(written).not.toContain('rhubarb')
})
