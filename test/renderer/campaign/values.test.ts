import { expect, test } from 'vitest'
import { campaignChange } from '../../../src-main/contract/campaign-edit.ts'
import type { CampaignDetail } from '../../../src-main/contract/campaigns.ts'
import { changedParts, changeOf, groupOf, withParts } from '../../../src-renderer/ui/campaign/form/change.ts'
import { written } from '../../../src-renderer/ui/campaign/form/values.ts'
import { aForm, definitions, stored, withSchedule, withSettings } from './a-form.ts'

test('every default goes through the form and comes back as it was', () => {
  const { settings, schedule, ...others } = written(aForm())
  expect(settings).toEqual(definitions.defaults.settings)
  expect({ ...schedule, anyTime: false }).toMatchObject({
    ...definitions.defaults.schedule,
    windows: expect.objectContaining(definitions.defaults.schedule.windows),
  })
  expect(others).toEqual({
    name: 'Reactivation Q4',
    notes: '',
    agent: null,
    trunks: [],
    businessHours: null,
    numbers: [],
  })
})

test('what the form writes is what the engine takes', () =>
  expect(() => campaignChange.parse(written(aForm()))).not.toThrow())

test('an untouched form has no change', () => expect(changedParts(aForm(), aForm())).toEqual([]))

test('only the parts that differ are sent, each under the name by which it is changed', () => {
  const form = withSettings({ maxRetries: '4', callsPerHour: 600 })
  expect(changedParts(aForm(), form)).toEqual(['settings.callsPerHour', 'settings.maxRetries'])
  expect(changeOf(form, changedParts(aForm(), form))).toEqual({
    settings: { callsPerHour: 600, maxRetries: 4 },
  })
})

test('an emptied box without a limit is no limit, an emptied interval of a result is the common one', () => {
  const form = withSettings({ budgetMicros: '', retryMinutesAfter: { busy: '', voicemail: '30' } })
  expect(written(form).settings).toMatchObject({ budgetMicros: null, retryMinutesAfter: { voicemail: 30 } })
  expect(written(form).settings?.retryMinutesAfter).not.toHaveProperty('busy')
})

test('start and end are read on the wall of the campaign’s zone', () => {
  const form = withSchedule({
    zone: 'America/New_York',
    start: 'at',
    startAt: '2026-11-26T16:30',
    end: 'at',
    endAt: '2026-12-04T18:00',
  })
  expect(written(form).schedule).toMatchObject({
    startsAt: Date.parse('2026-11-26T21:30:00Z'),
    endsAt: Date.parse('2026-12-04T23:00:00Z'),
  })
})

test('a start that was set and taken back is no start', () =>
  expect(written(withSchedule({ start: 'now', startAt: '2026-11-26T16:30' })).schedule?.startsAt).toBeNull())

test('keep live means no end, whatever time stands in its box', () => {
  const form = withSchedule({ end: 'keep_live', endAt: '2026-12-04T18:00' })
  expect(written(form)).toMatchObject({ schedule: { endsAt: null }, settings: { keepLive: true } })
  expect(changedParts(aForm(), form)).toEqual(['settings.keepLive'])
})

test('own windows win over business hours that were chosen before', () => {
  const form = withSchedule({ hours: 'own', businessHours: '3' })
  expect(written(form).businessHours).toBeNull()
})

test.each([
  ['name', 'basics'],
  ['trunk', 'basics'],
  ['businessHours', 'schedule'],
  ['schedule.windows', 'schedule'],
  ['settings.keepLive', 'schedule'],
  ['settings.maxRetries', 'calling'],
  ['settings.rotation', 'numbers'],
  ['settings.rotation.maxCallsPerDay', 'numbers'],
  ['numbers', 'numbers'],
  ['numbers.0.weight', 'numbers'],
])('%s is saved with %s', (part, group) => expect(groupOf(part)).toBe(group))

test('what somebody else changed is taken over, what was changed here stays', () => {
  const mine = withSettings({ maxRetries: 5, ringSeconds: '45' })
  const theirs = withSettings({ maxRetries: 1 })
  const merged = withParts(theirs, mine, ['settings.ringSeconds'])
  expect(merged.settings).toMatchObject({ maxRetries: 1, ringSeconds: '45' })
})

test.each([
  ['schedule.startsAt', { start: 'at', startAt: '2026-11-26T16:30' }],
  ['schedule.endsAt', { end: 'at', endAt: '2026-12-04T18:00' }],
  ['settings.keepLive', { end: 'keep_live', endAt: '' }],
  ['businessHours', { hours: 'shared', businessHours: '2' }],
  ['schedule.zone', { zone: 'Europe/Paris' }],
] as const)('%s brings all its fields', (part, fields) => {
  const merged = withParts(aForm(), withSchedule(fields), [part])
  expect(merged.schedule).toMatchObject(fields)
})

test('a number keeps its order, weight and switch', () => {
  const number = (id: number, weight: number, enabled: boolean): CampaignDetail['numbers'][number] => ({
    id: id as CampaignDetail['numbers'][number]['id'],
    number: '+493023125000',
    name: '',
    country: 'DE',
    weight,
    enabled,
  })
  const form = aForm(stored({ numbers: [number(7, 3, true), number(2, 1, false)] }))
  expect(written(form).numbers).toEqual([
    { id: 7, weight: 3, enabled: true },
    { id: 2, weight: 1, enabled: false },
  ])
})
