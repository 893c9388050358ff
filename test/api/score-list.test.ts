import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, expect, test } from 'vitest'
import { readScoreList } from '../../src-main/api/score-list.ts'
import { aFolder } from '../make/workspace.ts'

const folder = aFolder()
afterAll(folder.remove)

test('scores in a workbook, as text or as numbers; of one that stands there twice the last counts', async () => {
  const path = join(dirname(folder.file), 'scores.xlsx')
  const rows = [
    ['Caller number', 'Rating'],
    ['030 23125000', 4],
    ['+49 40 66969000', 9],
    ['+49 30 23125000', '7'],
    ['', 3],
  ]
  writeFileSync(path, await writeXlsx({ sheets: [{ name: 'Scores', rows }] }))
  const { scores, rejected, rejectedRows } = await readScoreList({ path, defaultCountry: 'DE' })
  expect([...scores]).toEqual([
    ['+493023125000', 7],
    ['+494066969000', 9],
  ])
  expect(rejected).toBe(1)
  expect(rejectedRows).toEqual([{ line: 5, text: '3', reason: 'no number' }])
})
