import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CampaignNumberRow, NumberRow } from '../../src-main/contract/numbers.ts'
import type { CampaignId, NumberId } from '../../src-main/domain/ids.ts'
import { toStandingColumns } from '../../src-main/store/number-standing-columns.ts'
import { aDraft, anApi, anUpload, endOf } from '../make/api.ts'

const api = anApi({ demo: true })
let campaign: CampaignId

/** The demo's numbers, the first three in Berlin, Hamburg and Frankfurt, and a draft over the first. */
let drafts = 0
beforeEach(async () => {
  campaign = (await aDraft(api, { name: `Draft ${++drafts}` })).id
})
/** As the demo left them. */
afterEach(() =>
  api.services.change(async tx => {
    const fresh = { ...toStandingColumns({ is: 'active' }), enabled: 1, score: 0, score_set: null } as const
    await tx.updateTable('numbers').set(fresh).execute()
  }),
)

const listed = async (index = 0): Promise<NumberRow> => {
  const row = (await api.client.numbers.list())[index]
  if (row === undefined) throw new Error(`no number ${index}`)
  return row
}
const scoresFrom = async (csv: string) =>
  api.client.numbers.importScores({
    upload: await anUpload(api, csv, 'scores.csv'),
    source: 'Listing',
    defaultCountry: 'DE',
  })
const panel = () => api.client.numbers.ofCampaign({ campaign })
const inPanel = async (index = 0): Promise<CampaignNumberRow> => {
  const row = (await panel()).rows[index]
  if (row === undefined) throw new Error(`no number ${index}`)
  return row
}
const addAll = async () => {
  const numbers = (await api.client.numbers.list()).map(({ id }) => id).slice(0, 3)
  await api.client.numbers.addToCampaign({ campaign, numbers })
  return numbers
}
const audited = async () =>
  (await api.services.db.selectFrom('audit').select('action').orderBy('id').execute()).map(
    ({ action }) => action,
  )

describe('monitoring.md §3, the table of the workspace', () => {
  test('country, area and zone come from the number', async () => {
    expect(await listed()).toMatchObject({ country: 'DE', area: '30', zone: 'Europe/Berlin' })
    const { id } = await api.client.numbers.create({
      number: '(212) 555-2368',
      name: 'New York',
      defaultCountry: 'US',
    })
    const rows = await api.client.numbers.list()
    expect(rows.find(row => row.id === id)).toMatchObject({
      number: '+12125552368',
      country: 'US',
      area: '212',
      zone: 'America/New_York',
      status: { is: 'active' },
      calls: 0,
      callsToday: 0,
      answerRate: null,
      score: { score: 0, level: 'good', by: 'calls', estimate: null, set: null },
    })
    expect(rows.find(row => row.id === id)?.days).toHaveLength(7)
  })

  test('switched off, named, with its proof on file', async () => {
    const { id } = await api.client.numbers.create({
      number: '+431513460200',
      name: 'Desk',
      defaultCountry: 'AT',
    })
    const change = { name: 'Reception', proof: 'Contract 4711', zone: 'Europe/Berlin' }
    await api.client.numbers.update({ id, enabled: false, ...change })
    expect((await api.client.numbers.list()).find(row => row.id === id)).toMatchObject({
      ...change,
      status: { is: 'disabled', in: 'workspace' },
    })
    expect(await audited()).toContain('number.edit')
  })

  test('a number that is shown by a campaign is kept; one that is not is removed', async () => {
    const { id } = await listed()
    expect(await endOf(api.client.numbers.remove({ id }))).toBe('number_in_use')
    const spare = await api.client.numbers.create({ number: '+493023125999', name: '', defaultCountry: 'DE' })
    await api.client.numbers.remove(spare)
    expect((await api.client.numbers.list()).map(row => row.id)).not.toContain(spare.id)
  })

  test('rest now and bring back', async () => {
    const { id } = await listed()
    const { until } = await api.client.numbers.rest({ id, days: 3 })
    expect((await listed()).status).toMatchObject({ is: 'excluded', by: 'hand', until })
    await api.client.numbers.bringBack({ id })
    expect((await listed()).status).toEqual({ is: 'probation', done: 0, of: 20 })
    expect(await endOf(api.client.numbers.bringBack({ id }))).toBe('not_resting')
    expect(await audited()).toEqual(expect.arrayContaining(['number.rest', 'number.back']))
  })

  test('a score set by hand counts with its source, until it is cleared', async () => {
    const { id } = await listed()
    await api.client.numbers.setScore({ id, score: 6, source: 'Call to the carrier' })
    expect((await listed()).score).toMatchObject({
      score: 6,
      level: 'watch',
      by: 'set',
      set: { score: 6, source: 'Call to the carrier' },
    })
    await api.client.numbers.clearScore({ id })
    expect((await listed()).score).toMatchObject({ score: 0, by: 'calls', set: null })
  })

  test('scores from a list: ours are set, others counted, bad rows named with line and reason', async () => {
    const read = await scoresFrom(
      [
        'Caller number;Spam score',
        '+49 30 23125000;4',
        '+12125552399;9',
        'nobody;2',
        '+494066969000;ten',
        '+494066969000;3;unquoted',
      ].join('\n'),
    )
    expect(read).toMatchObject({ set: 1, others: 1, rejected: 3 })
    expect(read.rejectedRows).toMatchObject([
      { line: 4 },
      { line: 5, text: '+494066969000 ten', reason: '“ten” is no score from 0 to 9' },
      { line: 6, reason: '3 cells, but 2 columns. A separator inside a text needs quotes' },
    ])
    expect((await listed()).score).toMatchObject({ score: 4, set: { source: 'Listing' } })
  })

  test('a list without the two columns is refused with what to do', async () => {
    await expect(scoresFrom('number,colour\n+493023125000,red\n')).rejects.toMatchObject({
      data: {
        field: 'file',
        what: 'scores.csv: Line 1 names no column for the score: number, colour. Name two columns “number” and “score” there.',
        cure: 'Nothing was changed.',
      },
    })
    expect(await endOf(scoresFrom(''))).toBe('unreadable_file at file')
    const gone = { upload: 'gone', source: 'Listing', defaultCountry: 'DE' }
    expect(await endOf(api.client.numbers.importScores(gone))).toBe('upload_gone at file')
  })

  test('the ceiling of calls a day is a setting of the workspace', async () => {
    expect(await api.client.numbers.settings()).toEqual({ ceilingPerDay: 75 })
    await api.client.numbers.updateSettings({ ceilingPerDay: 40 })
    expect(await api.client.numbers.settings()).toEqual({ ceilingPerDay: 40 })
  })
})

describe('monitoring.md §3, the table of a campaign', () => {
  test('add, order, weigh, switch off, remove', async () => {
    const [berlin, hamburg, frankfurt] = (await addAll()) as [NumberId, NumberId, NumberId]
    expect((await panel()).rows.map(({ id }) => id)).toEqual([berlin, hamburg, frankfurt])
    await api.client.numbers.reorder({ campaign, numbers: [frankfurt, berlin, hamburg] })
    expect((await panel()).rows.map(({ id, position }) => [id, position])).toEqual([
      [frankfurt, 0],
      [berlin, 1],
      [hamburg, 2],
    ])
    await api.client.numbers.setInCampaign({ campaign, number: berlin, weight: 5, inUse: false })
    expect(await inPanel(1)).toMatchObject({
      weight: 5,
      inUse: false,
      enabled: true,
      room: 0,
      status: { is: 'disabled', in: 'campaign' },
    })
    await api.client.numbers.removeFromCampaign({ campaign, number: hamburg })
    expect((await panel()).rows.map(({ id }) => id)).toEqual([frankfurt, berlin])
  })

  test('an order of other numbers than those of the campaign is refused', async () => {
    const [berlin] = await addAll()
    expect(await endOf(api.client.numbers.reorder({ campaign, numbers: [berlin as NumberId] }))).toBe(
      'list_changed at numbers',
    )
  })

  test('a number or a campaign that is not there is told as such', async () => {
    const stranger = 999 as NumberId
    expect(await endOf(api.client.numbers.removeFromCampaign({ campaign, number: stranger }))).toBe(
      'not_found',
    )
    expect(await endOf(api.client.numbers.addToCampaign({ campaign, numbers: [stranger] }))).toBe('not_found')
    expect(await endOf(api.client.numbers.ofCampaign({ campaign: 999 as CampaignId }))).toBe('not_found')
    expect(await endOf(api.client.numbers.rest({ id: stranger, days: 1 }))).toBe('not_found')
  })

  test('settings: what is given changes, the rest stays; the second of two windows is refused', async () => {
    const { revision } = await panel()
    const change = { campaign, revision, strategy: 'lowest_spam', maxCallsPerDay: 250 } as const
    const saved = await api.client.numbers.setRotation(change)
    expect(saved.revision).toBeGreaterThan(revision)
    const { settings, returnsBelow } = await panel()
    expect(settings).toEqual({
      strategy: 'lowest_spam',
      localMatch: 'off',
      spamThreshold: 7,
      maxCallsPerDay: 250,
      coolDownDays: 7,
    })
    expect(returnsBelow).toBe(5)
    expect(await endOf(api.client.numbers.setRotation({ ...change, coolDownDays: 3 }))).toBe(
      'changed_meanwhile',
    )
  })

  test('room left today: cap of each number in use', async () => {
    await addAll()
    const { today } = await panel()
    expect(today).toEqual({ done: 0, room: 300, inUse: 3, lastHour: 0, fullAt: null, moreRoomAt: null })
    const { id } = await inPanel(1)
    const { until } = await api.client.numbers.rest({ id, days: 1 })
    expect((await panel()).today).toMatchObject({ room: 200, inUse: 3, moreRoomAt: until })
  })

  test('of a running campaign only what can change safely: numbers on and off', async () => {
    await addAll()
    await api.services.db
      .updateTable('campaigns')
      .set({ state: 'running' })
      .where('id', '=', campaign)
      .execute()
    const { editable, locked, revision } = await panel()
    expect(editable).toEqual({ list: false, inUse: true, settings: false })
    expect(locked).toContain('running')
    const { id } = await inPanel(1)
    const set = (change: object) =>
      endOf(api.client.numbers.setInCampaign({ campaign, number: id, ...change }))
    expect(await set({ inUse: false })).toBe('done')
    expect(await set({ weight: 9 })).toBe('locked at numbers')
    expect(await endOf(api.client.numbers.removeFromCampaign({ campaign, number: id }))).toBe(
      'locked at numbers',
    )
    expect(
      await endOf(api.client.numbers.setRotation({ campaign, revision: revision + 1, coolDownDays: 3 })),
    ).toBe('locked at settings.rotation')
  })
})

describe('who is shown next, and why', () => {
  const shownTo = async (number: string) =>
    (await api.client.numbers.next({ campaign, to: { number, defaultCountry: 'DE' } })).map(
      ({ name, usable, why }) => `${name}: ${usable ? '' : '(not) '}${why}`,
    )

  test('for a contact in Hamburg the Hamburg number comes first', async () => {
    await addAll()
    const { revision } = await panel()
    await api.client.numbers.setRotation({ campaign, revision, localMatch: 'area' })
    await api.client.numbers.rest({ id: (await inPanel(2)).id, days: 2 })
    expect(await shownTo('040 66969123')).toEqual([
      'Hamburg desk: same area, next in turn, 100 left today',
      'Berlin desk: same country, not shown yet, 100 left today',
      'Frankfurt desk: (not) rests by hand',
    ])
  })

  test('for a contact of the campaign; a number that is none is refused', async () => {
    const { lead } = await api.services.db
      .selectFrom('leads')
      .select('id as lead')
      .where('campaign_id', '=', campaign)
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(await api.client.numbers.next({ campaign, to: { lead } })).toMatchObject([
      { name: 'Berlin desk', usable: true, share: null, score: 0, level: 'good' },
    ])
    expect(await endOf(shownTo('no number'))).toBe('bad_number at number')
  })
})
