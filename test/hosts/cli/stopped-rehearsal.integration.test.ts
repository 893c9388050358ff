import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openReadOnly } from '../../../src-main/store/read-only-file.ts'
import { until } from '../../peers/programs.ts'
import { startTrunkline } from '../start-trunkline.mjs'
import { tempDir } from '../temp-dir.ts'

/** Calls in the copy that a rehearsal works on; 0 while there is none to read. */
function callsIn(folder: string): number {
  const [copy] = readdirSync(folder).filter(name => name.startsWith('trunkline-practice-'))
  if (copy === undefined) return 0
  try {
    const file = openReadOnly(join(folder, copy, 'workspace.db'))
    const row = file.statements.first<{ calls: number }>(
      'SELECT count(*) AS calls FROM calls WHERE sending_at IS NOT NULL',
    )
    file.close()
    return row?.calls ?? 0
  } catch {
    return 0
  }
}

test('Ctrl-C ends a rehearsal: its report says so, and nothing of it is left', {
  timeout: 60_000,
}, async () => {
  const folder = tempDir()
  const run = await startTrunkline(['rehearse', '--contacts', '40', '--concurrency', '2', '--json'], {
    TMPDIR: folder,
  })
  await until('a practice call was made', () => callsIn(folder) > 0, 30_000)
  run.child.kill('SIGINT')
  expect(await run.ended).toBe(7)
  expect(JSON.parse(run.said.out)).toMatchObject({ end: { is: 'stopped' }, calledTwice: 0, mismatches: 0 })
  expect(readdirSync(folder)).toEqual([])
})
