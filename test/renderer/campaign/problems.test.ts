import { describe, expect, test } from 'vitest'
import { campaignRanges } from '../../../src-main/domain/campaign.ts'
import { problemsOf } from '../../../src-renderer/ui/campaign/form/problems.ts'
import type { Values } from '../../../src-renderer/ui/campaign/form/values.ts'
import { aForm, definitions, withSchedule, withSettings } from './a-form.ts'

const noon = Date.parse('2026-11-19T11:00:00Z')
const problems = (values: Values) => problemsOf(values, definitions, noon)

test('a new campaign with a name has no problem', () => expect(problems(aForm())).toEqual({}))

describe('campaigns.md 4: each number has its range, told in words at its field', () => {
  test.each([
    ['maxConcurrentCalls', 501, 'From 1 to 500.'],
    ['maxConcurrentCalls', '', 'From 1 to 500.'],
    ['maxConcurrentCalls', 1.5, 'A whole number.'],
    ['intervalMs', 1_800_001, 'From 0 ms to 30 min.'],
    ['callsPerHour', 0, 'From 1 to 100,000.'],
    ['maxRetries', 11, 'From 0 to 10.'],
    ['retryMinutes', 0, 'From 1 min to 30 d.'],
    ['attemptsPerDay', 11, 'From 1 to 10.'],
    ['attemptsPerWeek', 51, 'From 1 to 50.'],
    ['budgetMicros', 0, 'More than 0.'],
    ['providerErrorShare', 0.05, 'From 10\u2009% to 100\u2009%.'],
    ['providerErrorCalls', 4, 'From 5 to 100.'],
    ['numbersWaitHours', 0, 'From 1 h to 720 h.'],
  ] as const)('%s %s', (name, typed, words) =>
    expect(problems(withSettings({ [name]: typed }))).toEqual({ [`settings.${name}`]: words }),
  )

  test.each(Object.entries(campaignRanges).filter(([name]) => !name.includes('.')))(
    '%s may stand at both ends of its range',
    (name, { min, max }) => {
      expect(problems(withSettings({ [name]: min }))).toEqual({})
      expect(problems(withSettings({ [name]: max }))).toEqual({})
    },
  )

  test.each(['callsPerHour', 'budgetMicros'])('%s may be left empty', name =>
    expect(problems(withSettings({ [name]: '' }))).toEqual({}),
  )

  test('parts of the rotation have their own', () => {
    const { rotation } = aForm().settings
    expect(problems(withSettings({ rotation: { ...rotation, maxCallsPerDay: 1_001 } }))).toEqual({
      'settings.rotation.maxCallsPerDay': 'From 1 to 1,000.',
    })
  })

  test('a time of its own for a result is in the range of the common one', () =>
    expect(problems(withSettings({ retryMinutesAfter: { busy: 0 } }))).toEqual({
      'settings.retryMinutesAfter.busy': 'From 1 min to 30 d.',
    }))
})

describe('campaigns.md 3: start, end and windows', () => {
  test('an end before the start is told with the start', () => {
    const form = withSchedule({
      start: 'at',
      startAt: '2026-11-20T16:30',
      end: 'at',
      endAt: '2026-11-20T16:30',
    })
    expect(problems(form)['schedule.endAt']).toMatch(/^The end lies before the start, .*16:30\.$/)
  })

  test('an end in the past is told', () =>
    expect(problems(withSchedule({ end: 'at', endAt: '2026-11-19T11:59' }))['schedule.endAt']).toBe(
      'The end lies in the past.',
    ))

  test.each([
    [{ start: 'at', startAt: '' }, 'schedule.startAt'],
    [{ end: 'at', endAt: '' }, 'schedule.endAt'],
    [{ hours: 'shared', businessHours: null }, 'schedule.businessHours'],
  ] as const)('%j is not finished', (change, field) =>
    expect(Object.keys(problems(withSchedule(change)))).toEqual([field]),
  )

  test('a week without a window never opens', () => {
    const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
    expect(problems(withSchedule({ windows: none }))).toEqual({
      'schedule.windows': 'No window ever opens. Switch on a day.',
    })
  })

  test('overlapping windows are named with their day', () => {
    const { windows } = aForm().schedule
    const tue = [
      { from: 540, to: 720 },
      { from: 700, to: 900 },
    ]
    expect(problems(withSchedule({ windows: { ...windows, tue } }))['schedule.windows']).toBe(
      'Tuesday: 09:00–12:00 and 11:40–15:00 overlap.',
    )
  })

  test('business hours need no windows', () => {
    const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
    expect(problems(withSchedule({ windows: none, hours: 'shared', businessHours: '1' }))).toEqual({})
  })
})

test.each([
  ['', 'Give it a name.'],
  ['   ', 'Give it a name.'],
  ['x'.repeat(121), 'At most 120 characters.'],
])('campaigns.md 2: a name of 1 to 120 characters', (name, words) =>
  expect(problems({ ...aForm(), name })).toEqual({ name: words }),
)

test('a weight is told at its row', () => {
  const numbers = [{ id: 1 as Values['numbers'][number]['id'], weight: 0, enabled: true }]
  expect(problems({ ...aForm(), numbers })).toEqual({ 'numbers.0.weight': 'From 1 to 100.' })
})
