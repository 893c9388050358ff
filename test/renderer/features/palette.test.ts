import { expect, test } from 'vitest'
import { type Group, matching } from '../../../src-renderer/app/palette/entry.ts'

const entry = (label: string, fact?: string) => ({
  id: label,
  label,
  ...(fact && { fact }),
  icon: null,
  onRun: () => undefined,
})
const groups: readonly Group[] = [
  { name: 'Commands', entries: [entry('Pause Service check-in', '2 calls end first'), entry('All keys')] },
  { name: 'Lists', entries: [entry('Service desk Leipzig', 'list, 1,204 contacts')] },
]
const labels = (typed: string, most = 9) =>
  matching(groups, typed, most).flatMap(({ entries }) => entries.map(({ label }) => label))

test('design.md 11d: each word typed narrows what the palette shows, in any order and case', () => {
  expect(labels('SERVICE')).toEqual(['Pause Service check-in', 'Service desk Leipzig'])
  expect(labels('ser pause')).toEqual(['Pause Service check-in'])
  expect(labels('list leip')).toEqual(['Service desk Leipzig'])
})

test('a group without a match goes, and no more lines stand there than were asked for', () => {
  expect(matching(groups, 'keys', 9).map(({ name }) => name)).toEqual(['Commands'])
  expect(labels('', 2)).toEqual(['Pause Service check-in', 'All keys'])
  expect(labels('nothing of that')).toEqual([])
})

test('design.md 11d: what begins with the letters typed stands above what only holds them', () => {
  const entries = [entry('New campaign'), entry('Import a file'), entry('Pause everything')]
  const [commands] = matching([{ name: 'Commands', entries }], 'p', 9)
  expect(commands?.entries.map(({ label }) => label)).toEqual([
    'Pause everything',
    'New campaign',
    'Import a file',
  ])
})
