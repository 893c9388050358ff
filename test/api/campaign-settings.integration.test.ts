import { describe, expect, test } from 'vitest'
import { campaignDefaults, campaignRanges, type NumberRange } from '../../src-main/domain/campaign.ts'
import { aDraft, anApi, ended, refusalOf, startImport } from '../make/api.ts'

const api = anApi({ demo: true })

const noon = Date.UTC(2030, 0, 7, 12)

describe('campaigns.md sections 2–4: settings', () => {
  test('a draft needs nothing but its name and has every default', async () => {
    const { id, revision } = await api.client.campaigns.createDraft({ name: 'Bare' })
    const detail = await api.client.campaigns.get({ id })
    expect(detail.settings).toEqual(campaignDefaults)
    expect(detail).toMatchObject({
      revision,
      agent: null,
      trunks: [],
      numbers: [],
      businessHours: null,
      schedule: { respectContactZone: true, startsAt: null, endsAt: null },
      locked: '',
    })
    expect(detail.editable).toContain('settings.purpose')
  })

  test('each number out of its range is refused at its field, with what would be right', async () => {
    const { id, revision } = await api.client.campaigns.createDraft({ name: 'Ranges' })
    for (const [field, range] of Object.entries<NumberRange>(campaignRanges)) {
      const name = field.replace('rotation.', '')
      const wrong = (value: number) =>
        field.startsWith('rotation.')
          ? { rotation: { ...campaignDefaults.rotation, [name]: value } }
          : { [name]: value }
      for (const value of [range.min - 1, range.max + 1, Number.NaN]) {
        const change = { settings: wrong(value) } as object
        const refusal = await refusalOf(api.client.campaigns.update({ id, revision, change }))
        expect(refusal, `${field} ${value}`).toMatchObject({ code: 'bad_input', field: `settings.${field}` })
      }
    }
    expect((await api.client.campaigns.get({ id })).revision).toBe(revision)
  })

  test('the ends of each range are allowed', async () => {
    const { id, revision } = await api.client.campaigns.createDraft({ name: 'Ends' })
    const ends = (end: 'min' | 'max') => ({
      ...Object.fromEntries(
        Object.entries<NumberRange>(campaignRanges)
          .filter(([field]) => !field.includes('.') && field !== 'ringSeconds')
          .map(([field, range]) => [field, range[end]]),
      ),
      rotation: {
        ...campaignDefaults.rotation,
        spamThreshold: campaignRanges['rotation.spamThreshold'][end],
        maxCallsPerDay: campaignRanges['rotation.maxCallsPerDay'][end],
        coolDownDays: campaignRanges['rotation.coolDownDays'][end],
      },
    })
    const low = await api.client.campaigns.update({ id, revision, change: { settings: ends('min') } })
    await api.client.campaigns.update({ id, revision: low.revision, change: { settings: ends('max') } })
    expect((await api.client.campaigns.get({ id })).settings).toMatchObject(ends('max'))
  })

  test.each([
    ['a zone that does not exist', { schedule: { zone: 'Mars/Olympus' } }, 'schedule.zone'],
    ['a ring of 12 s', { settings: { ringSeconds: 12 } }, 'settings.ringSeconds'],
    ['a purpose of no list', { settings: { purpose: 'fun' } }, 'settings.purpose'],
    [
      'a window at minute 1441',
      { schedule: { windows: { mon: [{ from: 0, to: 1441 }] } } },
      'schedule.windows.mon.0.to',
    ],
    ['a weekday of no week', { schedule: { windows: { someday: [] } } }, 'schedule.windows.someday'],
    ['a weight of 0', { numbers: [{ id: 1, weight: 0, enabled: true }] }, 'numbers.0.weight'],
    ['a name of spaces', { name: '   ' }, 'name'],
    ['notes without an end', { notes: 'x'.repeat(10_001) }, 'notes'],
  ])('%s is refused at its field', async (title, change, field) => {
    const { id, revision } = await api.client.campaigns.createDraft({ name: `Refused: ${title}` })
    const refusal = await refusalOf(api.client.campaigns.update({ id, revision, change: change as object }))
    expect(refusal).toMatchObject({ code: 'bad_input', field })
  })

  test('section 3: an end before the start is refused, also where only one of them is sent', async () => {
    const { id, revision } = await api.client.campaigns.createDraft({
      name: 'Backwards',
      schedule: { startsAt: noon },
    })
    const refusal = await refusalOf(
      api.client.campaigns.update({ id, revision, change: { schedule: { endsAt: noon - 1 } } }),
    )
    expect(refusal).toMatchObject({ code: 'end_before_start', field: 'schedule.endsAt' })
    expect(refusal?.what).toContain('Mon')
  })

  test('section 4: machine detection that does not exist in this version is refused in words', async () => {
    const { id, revision } = await api.client.campaigns.createDraft({ name: 'Machines' })
    const change = { settings: { machineDetection: 'ml' as const } }
    expect(await refusalOf(api.client.campaigns.update({ id, revision, change }))).toMatchObject({
      code: 'not_in_this_version',
      field: 'settings.machineDetection',
    })
  })

  test('a window over midnight and a whole day are kept as they are', async () => {
    const windows = { mon: [{ from: 1320, to: 120 }], tue: [{ from: 0, to: 0 }] }
    const { id } = await api.client.campaigns.createDraft({ name: 'Night', schedule: { windows } })
    expect((await api.client.campaigns.get({ id })).schedule.windows).toEqual(windows)
  })

  test('the forms get their ranges and choices from the one definition', async () => {
    const { ranges, defaults, machineDetections, retriedResults, resumable } =
      await api.client.campaigns.definitions()
    expect(ranges.callsPerHour).toEqual({ min: 1, max: 100_000, fraction: false, optional: true })
    expect(Object.keys(ranges)).toEqual(Object.keys(campaignRanges))
    expect(defaults.settings).toEqual(campaignDefaults)
    expect(machineDetections.filter(({ exists }) => exists)).toEqual([{ is: 'off', exists: true }])
    expect(retriedResults).not.toContain('invalid')
    expect(resumable).not.toContain('manual')
  })
})

describe('campaigns.md section 10 line 21: two windows edit the same thing', () => {
  test('the second save is refused with what changed, and can be merged', async () => {
    const { id, revision } = await api.client.campaigns.createDraft({ name: 'Shared' })
    await api.client.campaigns.update({
      id,
      revision,
      change: { notes: 'theirs', settings: { maxRetries: 5 }, schedule: { zone: 'Asia/Tokyo' } },
    })
    const mine = { notes: 'mine', settings: { intervalMs: 5_000 } }
    const refusal = await refusalOf(api.client.campaigns.update({ id, revision, change: mine }))
    expect(refusal).toMatchObject({ code: 'changed_meanwhile', revision: revision + 1 })
    expect(refusal?.changed).toHaveLength(3)
    expect(refusal?.changed).toEqual(
      expect.arrayContaining([
        { field: 'notes', theirs: 'theirs', yours: 'mine' },
        { field: 'settings.maxRetries', theirs: 5 },
        { field: 'schedule.zone', theirs: 'Asia/Tokyo' },
      ]),
    )
    const merged = await api.client.campaigns.update({ id, revision: revision + 1, change: mine })
    const { notes, settings, ...detail } = await api.client.campaigns.get({ id })
    expect({ notes, retries: settings.maxRetries, interval: settings.intervalMs }).toEqual({
      notes: 'mine',
      retries: 5,
      interval: 5_000,
    })
    expect(detail.revision).toBe(merged.revision)
  })

  test('of two saves that come at once from one revision, one is done', async () => {
    const { id, revision } = await api.client.campaigns.createDraft({ name: 'Race' })
    const ends = await Promise.all(
      ['one', 'two'].map(notes =>
        refusalOf(api.client.campaigns.update({ id, revision, change: { notes } })),
      ),
    )
    expect(ends.map(end => end?.code ?? 'done').sort()).toEqual(['changed_meanwhile', 'done'])
  })
})

describe('campaigns.md section 4: editable in which state', () => {
  test('under a running campaign only pacing, numbers on and off, notes, contacts and end can change', async () => {
    const { id, revision } = await aDraft(api, {
      name: 'Running',
      schedule: { windows: {}, startsAt: null },
    })
    const wide = {
      windows: Object.fromEntries(
        ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(day => [day, [{ from: 0, to: 1440 }]]),
      ),
    }
    let at = (await api.client.campaigns.update({ id, revision, change: { schedule: wide } })).revision
    const { defaults } = await api.client.launch.definitions()
    await api.client.launch.start({ id, choices: defaults })
    const change = async (wanted: object) => {
      const refusal = await refusalOf(api.client.campaigns.update({ id, revision: at, change: wanted }))
      at = (await api.client.campaigns.get({ id })).revision
      return refusal?.code === undefined ? 'done' : `${refusal.code} at ${refusal.field}`
    }
    const { numbers } = await api.client.campaigns.get({ id })
    const switchedOff = numbers.map(number => ({ id: number.id, weight: number.weight, enabled: false }))
    expect(await change({ settings: { maxConcurrentCalls: 2, intervalMs: 1_000, callsPerHour: 10 } })).toBe(
      'done',
    )
    expect(await change({ notes: 'Slowly', schedule: { endsAt: noon } })).toBe('done')
    expect(await change({ numbers: switchedOff })).toBe('done')
    expect(await change({ settings: { maxRetries: 0 } })).toBe('locked at settings.maxRetries')
    expect(await change({ schedule: { zone: 'Asia/Tokyo' } })).toBe('locked at schedule.zone')
    expect(await change({ name: 'Renamed' })).toBe('locked at name')
    expect(await change({ numbers: [] })).toBe('locked at numbers')
    const late = await startImport(api, id, 'phone_number,contact_name\n+493023125177,Late\n')
    expect((await ended(api, late)).result).toMatchObject({ counts: { added: 1, placed: 1 } })
    await api.client.campaigns.move({ id, move: 'cancel', hangUp: true })
    await expect.poll(async () => (await api.client.campaigns.get({ id })).campaign.state).toBe('cancelled')
    at = (await api.client.campaigns.get({ id })).revision
    expect(await change({ notes: 'Too late' })).toBe('locked at notes')
    expect((await api.client.campaigns.get({ id })).locked).toContain('cancelled')
  })
})
