import { count, decimal } from '../format/number.ts'
import { countryNamed } from '../format/phone.ts'
import { wallClock } from '../format/time.ts'

/**
 * A sentence as the engine writes it, with `{name}` where a value stands, and the same in another language. A value stays
 * as it is, unless its kind is named: `{a:said}` is a sentence of its own, `{a:count}` a number with thousands, `{a:decimal}`
 * one with a point, `{a:when}` a wall clock with its zone, `{a:name}` a name without colons, `{a:country}` a country.
 */
export type Phrase = readonly [engine: string, other: string]

const hole = /\{(\w+)(?::(\w+))?\}/g
const values: Readonly<Record<string, string>> = {
  text: '.+?',
  said: '.+?',
  count: '\\d[\\d,]*',
  decimal: '\\d+\\.\\d',
  when: '(?:\\d{4}-\\d\\d-\\d\\d|Mon|Tue|Wed|Thu|Fri|Sat|Sun) \\d\\d:\\d\\d \\S+?',
  name: '[^:;]+',
  country: '.+?',
}
/** What the engine puts between several sentences or names. */
const separators = ['; ', '. ', ', ']
const mostKept = 2_000

const escaped = (plain: string) => plain.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

interface Pattern {
  readonly shape: RegExp
  readonly kinds: ReadonlyMap<string, string>
  readonly other: string
}

function patternOf([engine, other]: Phrase): Pattern {
  const kinds = new Map<string, string>()
  let shape = ''
  let from = 0
  for (const found of engine.matchAll(hole)) {
    const [whole, name = '', kind = 'text'] = found
    shape += `${escaped(engine.slice(from, found.index))}(?<${name}>${values[kind]})`
    kinds.set(name, kind)
    from = found.index + whole.length
  }
  return { shape: new RegExp(`^${shape}${escaped(engine.slice(from))}$`), kinds, other }
}

/**
 * Says what the engine said in another language; what the book does not know stays as it was said. Where several phrases
 * fit, the first one counts.
 */
export function phrasebook(phrases: readonly Phrase[]): (sentence: string) => string {
  const fixed = new Map(phrases.filter(([engine]) => !engine.includes('{')))
  const patterns = phrases.filter(([engine]) => engine.includes('{')).map(patternOf)
  const said = new Map<string, string>()

  function find(sentence: string): string {
    const known = fixed.get(sentence)
    if (known !== undefined) return known
    for (const { shape, kinds, other } of patterns) {
      const found = shape.exec(sentence)?.groups
      if (!found) continue
      return other.replaceAll(hole, (_, name: string) => shown(found[name] ?? '', kinds.get(name)))
    }
    for (const between of separators) {
      const parts = sentence.split(between)
      const others = parts.map(part => (parts.length > 1 ? say(part) : part))
      if (others.some((part, at) => part !== parts[at])) return others.join(between)
    }
    return sentence
  }

  function shown(value: string, kind: string | undefined): string {
    if (kind === 'said') return say(value)
    if (kind === 'count') return count(Number(value.replaceAll(',', '')))
    if (kind === 'decimal') return decimal(Number(value))
    if (kind === 'country') return countryNamed(value)
    return kind === 'when' ? wallClock(value) : value
  }

  function say(sentence: string): string {
    const before = said.get(sentence)
    if (before !== undefined) return before
    if (said.size >= mostKept) said.clear()
    const found = find(sentence)
    said.set(sentence, found)
    return found
  }
  return say
}
