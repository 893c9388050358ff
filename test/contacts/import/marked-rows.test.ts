import { expect, test } from 'vitest'
import { markedRows } from '../../../src-main/contacts/import/look/marked-rows.ts'

test('contacts §3, preview: each bad row that is shown is marked, further down the first of each kind', () => {
  const marked = markedRows(1)
  const reject = (line: number, kind: string) => {
    marked.next()
    marked.reject({ line, cells: [`cell ${line}`] }, { kind, reason: `${kind}.`, column: 0 })
  }
  for (const line of [2, 3, 4, 5, 6, 7, 8]) reject(line, 'Too long')
  reject(9, 'Too short')
  reject(10, 'Too short')
  expect(marked.all().map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 9])
})
