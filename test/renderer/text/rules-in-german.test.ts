import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { rules } from '../../../src-renderer/text/de/told/rules.ts'
import { told } from '../../../src-renderer/text/de/told/told.ts'

interface Profile {
  readonly jurisdiction: string
  readonly rules: readonly { readonly text: string; readonly citation: string }[]
}

const folder = resolve(import.meta.dirname, '..', '..', '..', 'resources', 'compliance')
const profiles = readdirSync(folder)
  .filter(file => file.endsWith('.json'))
  .map(file => JSON.parse(readFileSync(resolve(folder, file), 'utf8')) as { profiles: Profile[] })
  .flatMap(file => file.profiles)
const sentences = new Set(profiles.flatMap(profile => profile.rules.map(({ text }) => text)))
const places = new Set(profiles.map(({ jurisdiction }) => jurisdiction))
const sources = new Set(profiles.flatMap(profile => profile.rules.map(({ citation }) => citation)))

test('desktop.md 4: each place and each sentence of the legal rules has its German', () => {
  expect(sentences.size).toBeGreaterThan(40)
  const german = new Set(rules.map(([english]) => english))
  expect([...places, ...sentences].filter(said => !german.has(said))).toEqual([])
  expect([...sentences].filter(said => told(said) === said)).toEqual([])
})

test('no German rule is left of one that is gone', () =>
  expect(
    rules
      .map(([english]) => english)
      .filter(said => ![sentences, places, sources].some(all => all.has(said))),
  ).toEqual([]))

test('a German rule names the numbers of the English one: hours, days and shares', () => {
  const numbers = (said: string) => (said.match(/\d+/g) ?? []).sort()
  for (const [english, german] of rules) expect(numbers(german), english).toEqual(numbers(english))
})
