import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const css = readFileSync(resolve(import.meta.dirname, '../../../src-renderer/theme/tokens.css'), 'utf8')

/** The colours of one theme by name, as they stand in the style sheet. */
function tokens(scheme: string): Map<string, string> {
  const block = new RegExp(`data-mantine-color-scheme="${scheme}"\\] \\{([^}]+)\\}`).exec(css)?.[1] ?? ''
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  )
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const hues = ['gray', 'indigo', 'teal', 'orange', 'yellow', 'blue', 'red', 'violet', 'cyan', 'green']
const grounds = ['bg', 'surface', 'raised', 'sunken', 'hover']

const texts: ReadonlyArray<readonly [ink: string, ground: string]> = [
  ...['t1', 't2', 't3'].flatMap(ink => grounds.map(ground => [ink, ground] as const)),
  ...['surface', 'bg', 'raised', 'accent-tint'].map(ground => ['accent-t', ground] as const),
  ['t1', 'accent-tint'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-h'],
  ['on-accent', 'danger'],
  ['on-accent', 'danger-h'],
  ['t3', 'gray-tint'],
  ['t1', 'blue-tint'],
  ['t2', 'blue-tint'],
  ['t1', 'yellow-tint'],
  ['t2', 'yellow-tint'],
  ...[0, 1, 2, 3, 4, 5, 6].map(step => [`heat${step}-t`, `heat${step}`] as const),
  ...hues.flatMap(hue => [[`${hue}-t`, `${hue}-tint`] as const, [`${hue}-t`, 'surface'] as const]),
]

const edges: ReadonlyArray<readonly [mark: string, ground: string]> = [
  ...hues.map(hue => [hue, 'surface'] as const),
  // The sidebar is sunken; yellow is drawn there in its text colour.
  ...hues.filter(hue => hue !== 'yellow').map(hue => [hue, 'sunken'] as const),
  ['yellow-t', 'sunken'],
  ['ctl', 'surface'],
  ['focus', 'surface'],
  ['focus', 'bg'],
  ['c1', 'surface'],
]

/** What takes another colour's place for those who ask for more contrast. */
const stronger = new Map(
  [
    ...(/prefers-contrast: more\) \{[^{]+\{([^}]+)\}/
      .exec(css)?.[1]
      ?.matchAll(/--([\w-]+): var\(--([\w-]+)\)/g) ?? []),
  ].map(([, name = '', by = '']) => [name, by]),
)

describe.each(['light', 'dark'])('in the %s theme', scheme => {
  const colours = tokens(scheme)
  const measure = (pair: readonly [string, string]) => {
    const [one, other] = pair.map(name => colours.get(name) ?? `no token ${name}`)
    return contrast(one ?? '', other ?? '')
  }

  test.each(texts)('%s can be read on %s', (...pair) => expect(measure(pair)).toBeGreaterThanOrEqual(4.5))

  test.each(edges)('%s can be seen on %s', (...pair) => expect(measure(pair)).toBeGreaterThanOrEqual(3))

  test.each(grounds)('asked for more contrast, the quietest text reaches 7 : 1 on %s', ground =>
    expect(measure([stronger.get('t3') ?? '', ground])).toBeGreaterThanOrEqual(7),
  )

  test.each(['line', 'line2', 't4'])('asked for more contrast, %s can be seen', edge =>
    expect(measure([stronger.get(edge) ?? '', 'surface'])).toBeGreaterThanOrEqual(3),
  )
})
