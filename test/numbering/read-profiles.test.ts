import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { profilesIn, readProfiles } from '../../src-main/numbering/read-profiles.ts'

const written = (change: Record<string, unknown> = {}, rule: Record<string, unknown> = {}) =>
  JSON.stringify({
    version: 3,
    profiles: [
      {
        id: 'us-fl',
        jurisdiction: 'Florida, US',
        countries: ['US'],
        region: 'FL',
        rules: [
          {
            id: 'hours',
            is: 'hours',
            open: [{ days: 'mon-wed', from: '08:00', to: '24:00' }],
            text: 'Calls.',
            citation: 'Fla. Stat.',
            verified: true,
            ...rule,
          },
        ],
        ...change,
      },
    ],
  })
const reading = (text: string) => () => profilesIn('/data/us.json', text)

describe('reading compliance files', () => {
  test('a profile with its rules, each by its full id', () =>
    expect(profilesIn('/data/us.json', written({}, { voice: 'automated', from: '2026-10-01' }))).toEqual([
      {
        id: 'us-fl',
        version: 3,
        jurisdiction: 'Florida, US',
        where: { is: 'countries', countries: ['US'], region: 'FL' },
        rules: [
          {
            ref: {
              id: 'us-fl/hours',
              jurisdiction: 'Florida, US',
              text: 'Calls.',
              citation: 'Fla. Stat.',
              verified: true,
            },
            scope: { purposes: null, voice: 'automated', line: null },
            from: '2026-10-01',
            to: null,
            is: 'hours',
            windows: {
              mon: [{ from: 480, to: 1440 }],
              tue: [{ from: 480, to: 1440 }],
              wed: [{ from: 480, to: 1440 }],
            },
            holidays: null,
          },
        ],
      },
    ]))

  test.each([
    ['no JSON', '{', '/data/us.json is no valid JSON'],
    [
      'hours that end before they start',
      written({}, { open: [{ days: 'mon', from: '20:00', to: '08:00' }] }),
      'profiles.0.rules.0.open.0: ends before it starts',
    ],
    [
      'a day that is none',
      written({}, { open: [{ days: 'fri-mon', from: '08:00', to: '20:00' }] }),
      'profiles.0.rules.0.open.0.days: “fri-mon” is no range of weekdays',
    ],
    [
      'a field that nobody knows',
      written({}, { purpose: ['survey'] }),
      'profiles.0.rules.0: Unrecognized key: "purpose"',
    ],
    ['a rule without a source', written({}, { citation: '' }), 'profiles.0.rules.0.citation'],
    ['a date that does not exist', written({}, { from: '2026-02-30' }), 'profiles.0.rules.0.from'],
    [
      'a country that does not exist',
      written({ countries: ['UK'] }),
      'profiles.0.countries.0: an ISO 3166-1 code is expected',
    ],
    [
      'a region of several countries',
      written({ countries: ['US', 'CA'] }),
      'profiles.0.region: belongs to one country',
    ],
    [
      'neither countries nor elsewhere',
      written({ countries: undefined, region: undefined }),
      'profiles.0: names either countries or elsewhere',
    ],
    [
      'two rules with one id',
      JSON.stringify({ version: 1, profiles: [twice(JSON.parse(written()).profiles[0])] }),
      'profiles.0.rules: two rules have the same id',
    ],
  ])('%s is refused with file and path', (_name, text, message) => {
    expect(reading(text)).toThrow('/data/us.json')
    expect(reading(text)).toThrow(message)
  })

  const folderWith = async (files: Record<string, string>) => {
    const resources = await mkdtemp(join(tmpdir(), 'profiles-'))
    onTestFinished(() => rm(resources, { recursive: true }))
    await mkdir(join(resources, 'compliance'))
    for (const [name, text] of Object.entries(files))
      await writeFile(join(resources, 'compliance', name), text)
    return resources
  }

  test('two profiles with one id are refused, whatever files they stand in', async () => {
    const resources = await folderWith({ 'a.json': written(), 'b.json': written() })
    await expect(readProfiles(resources)).rejects.toThrow('Two compliance profiles are called us-fl')
  })

  test('a folder without profiles is refused: nobody is called without rules', async () => {
    const resources = await folderWith({ 'README.md': 'nothing' })
    await expect(readProfiles(resources)).rejects.toThrow('No compliance profile')
  })
})

describe('the profiles as shipped', async () => {
  const profiles = await readProfiles(join(import.meta.dirname, '../../resources'))

  test('one of them is for anywhere else, and has hours', () => {
    const elsewhere = profiles.filter(({ where }) => where.is === 'elsewhere')
    expect(elsewhere.map(({ rules }) => rules.map(({ is }) => is))).toEqual([['hours']])
  })

  test('every rule names its source and says whether it was verified; both kinds are there', () => {
    const refs = profiles.flatMap(({ rules }) => rules.map(({ ref }) => ref))
    expect(refs.filter(({ citation, text }) => citation === '' || !text.endsWith('.'))).toEqual([])
    expect(new Set(refs.map(({ verified }) => verified))).toEqual(new Set([true, false]))
  })
})

function twice(profile: { rules: readonly unknown[] }) {
  return { ...profile, rules: [...profile.rules, ...profile.rules] }
}
