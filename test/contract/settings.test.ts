import fc from 'fast-check'
import { expect, test } from 'vitest'
import { campaignSettings, schedule, windows } from '../../src-main/contract/settings.ts'
import {
  campaignDefaults,
  campaignRanges,
  type NumberRange,
  settingProblems,
} from '../../src-main/domain/campaign.ts'
import { pauseReasons } from '../../src-main/domain/campaign-state.ts'

const fields = Object.entries<NumberRange>(campaignRanges)

/** Settings with one number changed; `rotation.` names the parts of `rotation`. */
const withNumber = (field: string, value: number | null) =>
  field.startsWith('rotation.')
    ? { ...campaignDefaults, rotation: { ...campaignDefaults.rotation, [field.slice(9)]: value } }
    : { ...campaignDefaults, [field]: value }

test('the defaults are right by the rules and by the schema, which lets nothing of them fall', () => {
  expect(settingProblems(campaignDefaults)).toEqual([])
  expect(campaignSettings.parse(campaignDefaults)).toEqual(campaignDefaults)
})

test('campaigns.md sections 2–4: schema and rules agree on every number, whatever it is', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...fields),
      fc.oneof(fc.integer(), fc.double(), fc.constant(null), fc.integer({ min: -2, max: 600 })),
      ([field], value) => {
        const settings = withNumber(field, value) as typeof campaignDefaults
        expect(campaignSettings.safeParse(settings).success).toBe(settingProblems(settings).length === 0)
      },
    ),
    { numRuns: 2_000 },
  ))

test('both ends of every range are right, and one beyond them is not', () => {
  for (const [field, { min, max }] of fields) {
    // Ring times are a list within their range.
    if (field === 'ringSeconds') continue
    for (const value of [min, max])
      expect(campaignSettings.safeParse(withNumber(field, value)).success, `${field} ${value}`).toBe(true)
    for (const value of [min - 1, max + 1])
      expect(campaignSettings.safeParse(withNumber(field, value)).success, `${field} ${value}`).toBe(false)
  }
})

test('“no limit” is null where a range allows it, and only there', () => {
  for (const [field, { optional = false }] of fields)
    expect(campaignSettings.safeParse(withNumber(field, null)).success, field).toBe(optional)
})

test('every reason for a pause may be named among those that end by themselves', () =>
  expect(
    campaignSettings.parse({ ...campaignDefaults, resumeByItself: [...pauseReasons] }).resumeByItself,
  ).toEqual(pauseReasons))

test('windows are minutes of the day; one may run over midnight or be a whole day', () => {
  const one = (from: number, to: number) => windows.safeParse({ mon: [{ from, to }] }).success
  expect([one(540, 1080), one(1320, 120), one(0, 0), one(0, 1440)]).toEqual([true, true, true, true])
  expect([one(-1, 5), one(0, 1441), one(1440, 5), one(1.5, 5)]).toEqual([false, false, false, false])
})

test('a zone is one that the clock knows', () => {
  const zone = (name: string) => schedule.shape.zone.safeParse(name).success
  expect(['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'UTC'].map(zone)).toEqual([true, true, true])
  expect(['', 'Mars/Olympus', 'Europe/Berlin; DROP', '../etc'].map(zone)).toEqual([
    false,
    false,
    false,
    false,
  ])
})
