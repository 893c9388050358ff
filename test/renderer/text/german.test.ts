import { expect, test } from 'vitest'
import { de } from '../../../src-renderer/text/de/de.ts'
import { en } from '../../../src-renderer/text/en/en.ts'
import { sameInGerman } from './same-in-german.ts'

type Words = (...values: unknown[]) => unknown
type Leaf = readonly [path: string, german: unknown, english: unknown]

/** Both languages side by side; what one lacks is `undefined` there. */
function leaves(german: unknown, english: unknown, path: string): Leaf[] {
  const isGroup = (value: unknown) => typeof value === 'object' && value !== null
  if (!isGroup(german) && !isGroup(english)) return [[path, german, english]]
  const names = new Set([...Object.keys(german ?? {}), ...Object.keys(english ?? {})])
  return [...names].flatMap(name =>
    leaves(
      (german as Record<string, unknown> | undefined)?.[name],
      (english as Record<string, unknown> | undefined)?.[name],
      path === '' ? name : `${path}.${name}`,
    ),
  )
}

const all = leaves(de, en, '')
const sentences = all.filter((leaf): leaf is readonly [string, string, string] => typeof leaf[2] === 'string')
const made = all.filter((leaf): leaf is readonly [string, Words, Words] => typeof leaf[2] === 'function')
const paths = (found: readonly Leaf[]) => found.map(([path]) => path)

/** Values that show in any text that mentions them, whichever kind it takes. */
const marks = ['7001', '7002', '7003', '7004', '7005', '7006', '7007']
const digits = (words: unknown) => String(words).replaceAll(/[.,\s]/g, '')

/** Which of its values a text mentions, and `undefined` for one that takes none of these. */
function mentioned(words: Words, values: readonly unknown[]): string | undefined {
  try {
    const text = words(...values)
    return typeof text === 'string' ? marks.filter(mark => digits(text).includes(mark)).join(' ') : undefined
  } catch {
    return undefined
  }
}

test('desktop.md 4: every text of the interface is there in both languages', () => {
  expect(sentences.length).toBeGreaterThan(1_500)
  expect(paths(all.filter(([, german, english]) => typeof german !== typeof english))).toEqual([])
})

test('desktop.md 4: no German text is empty where the English one is not', () =>
  expect(paths(sentences.filter(([, german, english]) => english !== '' && german.trim() === ''))).toEqual(
    [],
  ))

test('desktop.md 4: a German text that is the English one is a word of both languages', () => {
  const same = sentences.filter(([, german, english]) => german === english && /\p{L}{2}/u.test(german))
  const words = new Set(same.map(([, german]) => german))
  expect([...words].filter(word => !sameInGerman.has(word))).toEqual([])
  expect([...sameInGerman].filter(word => !words.has(word))).toEqual([])
})

test.each([
  ['numbers', marks.map(Number)],
  ['words', marks],
])('desktop.md 4: a German text mentions the values that the English one mentions: %s', (_, values) => {
  const told = made.map(([path, german, english]) => ({
    path,
    german: mentioned(german, values),
    english: mentioned(english, values),
  }))
  expect(told.filter(({ english }) => english).length).toBeGreaterThan(200)
  expect(told.filter(({ german, english }) => english !== undefined && german !== english)).toEqual([])
})

test('design.md 8: German speaks calmly too: no exclamation mark, no plea, its own quotation marks', () =>
  expect(paths(sentences.filter(([, german]) => /[!”]|\bbitte\b/i.test(german)))).toEqual([]))
