import { describe, expect, test } from 'vitest'
import type { CampaignId, LeadId } from '../../src-main/domain/ids.ts'
import { launchDefaults } from '../../src-main/domain/launch.ts'
import { brokenAuditRows } from '../../src-main/store/audit.ts'
import { aDraft, anApi, type ComposedApi, ended, firstOf, refusalOf, startImport } from '../make/api.ts'

const api = anApi({ demo: true })

const choices = (change: Partial<typeof launchDefaults> = {}) =>
  structuredClone({ ...launchDefaults, ...change }) as Parameters<
    ComposedApi['client']['launch']['preview']
  >[0]['choices']

const stateOf = async (id: CampaignId) => (await api.client.campaigns.get({ id })).campaign.state
const leadsOf = async (id: CampaignId) => (await api.client.campaigns.contacts({ id })).rows

/** Monday of another year: nothing is dialled. */
const later = Date.UTC(2040, 0, 2, 10)

describe('campaigns.md section 6: launch dialog', () => {
  test('a draft without lines says what is missing, where it is mended, and what is met', async () => {
    const { id } = await api.client.campaigns.createDraft({ name: 'Bare' })
    const { needs, willBeCalled } = await api.client.launch.preview({ id, choices: choices() })
    const met = Object.fromEntries(needs.map(({ need, met: is }) => [need, is]))
    expect(met).toMatchObject({ contacts: false, agent: false, number: false })
    expect(
      needs.filter(({ met: is }) => !is).every(({ text, mendIn }) => text !== '' && mendIn !== null),
    ).toBe(true)
    expect(willBeCalled).toBe(0)
    const refusal = await refusalOf(api.client.launch.start({ id, choices: choices() }))
    expect(refusal).toMatchObject({ code: 'not_ready' })
    expect(refusal?.problems?.map(({ field }) => field)).toContain('contacts')
    expect(await stateOf(id)).toBe('draft')
  })

  test('the preview counts after each line and lists the compliance checks', async () => {
    const { id } = await aDraft(api, { name: 'Preview' })
    const preview = await api.client.launch.preview({ id, choices: choices() })
    expect(preview).toMatchObject({ inCampaign: 2, callable: 2, willBeCalled: 2 })
    expect(preview.lines.map(({ line }) => line)).toEqual([
      'refused',
      'transferred',
      'successful',
      'opened_link',
      'texted',
    ])
    expect(preview.checks.map(({ check }) => check)).toEqual([
      'consent',
      'hours',
      'opt_out',
      'do_not_call',
      'consent_records',
    ])
  })

  test('“refused” switched off without a reason is refused at its field', async () => {
    const { id } = await aDraft(api, { name: 'No reason' })
    const exclude = { ...choices().exclude, refused: false }
    expect(
      await refusalOf(api.client.launch.start({ id, choices: { ...choices(), exclude } })),
    ).toMatchObject({
      code: 'bad_choices',
      field: 'exclude.refusedOffBecause',
    })
  })

  test.each([
    ['61 s', { transferredSeconds: 61 }, 'exclude.transferredSeconds'],
    ['a word', { texted: 'yes' }, 'exclude.texted'],
  ])('a choice of %s is refused at its field', async (_, change, field) => {
    const { id } = await aDraft(api, { name: `Odd choice ${field}` })
    const odd = { ...choices(), exclude: { ...choices().exclude, ...change } } as never
    expect(await refusalOf(api.client.launch.preview({ id, choices: odd }))).toMatchObject({
      code: 'bad_input',
      field,
    })
  })

  test('a start in the future schedules; then it goes back to a draft', async () => {
    const { id } = await aDraft(api, { name: 'Later', schedule: { startsAt: later } })
    expect(await api.client.launch.start({ id, choices: choices() })).toEqual({
      state: 'scheduled',
      startsAt: later,
    })
    const { campaign } = await api.client.campaigns.get({ id })
    expect(campaign.moves).toContain('unschedule')
    expect(campaign.startsAt).toBe(later)
    await api.client.campaigns.move({ id, move: 'unschedule' })
    expect((await api.client.campaigns.get({ id })).campaign).toMatchObject({
      state: 'draft',
      startsAt: null,
    })
  })

  test('a cancelled campaign comes back with other settings through the dialog only', async () => {
    const { id, revision } = await aDraft(api, { name: 'Back again', schedule: { startsAt: later } })
    await api.client.campaigns.move({ id, move: 'cancel' })
    const change = { settings: { maxRetries: 4 }, schedule: { windows: {}, startsAt: null } }
    expect(await refusalOf(api.client.campaigns.update({ id, revision, change }))).toMatchObject({
      code: 'locked',
    })
    expect(await refusalOf(api.client.launch.start({ id, choices: choices(), change }))).toMatchObject({
      code: 'no_revision',
    })
    expect(
      await refusalOf(api.client.launch.start({ id, choices: choices(), change, revision })),
      'no hours on any day',
    ).toMatchObject({ code: 'not_ready' })
    const as = await api.client.campaigns.get({ id })
    expect(as.settings.maxRetries, 'a restart that is refused leaves the settings').not.toBe(4)
    expect(as.schedule.startsAt).toBe(later)
    const week = Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(day => [day, [{ from: 0, to: 0 }]]),
    )
    const started = await api.client.launch.start({
      id,
      choices: choices(),
      change: { ...change, schedule: { windows: week, startsAt: null } },
      revision: as.revision,
    })
    expect(started.state).toBe('running')
    expect((await api.client.campaigns.get({ id })).settings.maxRetries).toBe(4)
    await api.client.campaigns.move({ id, move: 'cancel', hangUp: true })
  })

  test('reset asks for the name to be typed', async () => {
    const { id } = await aDraft(api, { name: 'Reset me' })
    const reset = choices({ resetHistory: true })
    expect(
      await refusalOf(api.client.launch.start({ id, choices: reset, typedName: 'Reset m' })),
    ).toMatchObject({ code: 'name_mismatch', field: 'typedName' })
  })
})

describe('campaigns.md section 5: duplicate and delete', () => {
  test('a duplicate has the settings and, if wanted, the contacts; its name is free', async () => {
    const { id } = await aDraft(api, { name: 'Original', settings: { maxRetries: 9 } })
    const copy = await api.client.campaigns.duplicate({ id, withContacts: true })
    const second = await api.client.campaigns.duplicate({ id, withContacts: false })
    const detail = await api.client.campaigns.get({ id: copy.id })
    expect(detail).toMatchObject({
      campaign: { name: 'Original (copy)', contacts: 2 },
      settings: { maxRetries: 9 },
    })
    expect((await api.client.campaigns.get({ id: second.id })).campaign).toMatchObject({ contacts: 0 })
    const taken = await refusalOf(
      api.client.campaigns.duplicate({ id, name: 'ORIGINAL', withContacts: false }),
    )
    expect(taken).toMatchObject({ code: 'name_taken', field: 'name' })
  })

  test('delete asks for the typed name; a running campaign is not deleted', async () => {
    const { id } = await aDraft(api, { name: 'Doomed' })
    const remove = (typedName: string) => api.client.campaigns.remove({ id, typedName, eraseCalls: true })
    expect(await refusalOf(remove('doomed?'))).toMatchObject({ code: 'name_mismatch', field: 'typedName' })
    expect(await refusalOf(remove('Doomed'))).toBeNull()
    expect(await refusalOf(api.client.campaigns.get({ id }))).toMatchObject({ code: 'not_found' })
    expect(await refusalOf(remove('Doomed'))).toMatchObject({ code: 'not_found' })
  })

  test('a move that is not allowed is refused with the moves that are', async () => {
    const { id } = await aDraft(api, { name: 'Still a draft' })
    const refusal = await refusalOf(api.client.campaigns.move({ id, move: 'resume' }))
    expect(refusal).toMatchObject({ code: 'illegal_move' })
    expect(refusal?.what).toContain('draft')
    expect(refusal?.cure).toContain('launch')
  })
})

describe('contacts of a campaign', () => {
  test('people who are in already are counted, not added again', async () => {
    const { id } = await aDraft(api, { name: 'Twice the same' })
    const again = await startImport(
      api,
      id,
      'phone_number,n\n+493023125100,Anna\n+493023125150,Cleo\n+493023125150,Cleo\nx,y\n',
    )
    expect((await ended(api, again)).result).toMatchObject({
      counts: { unchanged: 1, placed: 1, duplicates: 1, rejected: 1 },
    })
    expect((await leadsOf(id)).map(({ name }) => name)).toEqual(['Anna', 'Ben', 'Cleo'])
  })

  test('a cancelled campaign takes none', async () => {
    const { id } = await aDraft(api, { name: 'Closed list' })
    await api.client.campaigns.move({ id, move: 'cancel' })
    expect(await refusalOf(startImport(api, id, 'phone_number,n\n+493023125155,Dora\n'))).toMatchObject({
      code: 'locked',
      field: 'target',
    })
  })
})

describe('campaigns.md section 7: why not now?', () => {
  test('a contact of a draft waits for its launch, with the time where it is', async () => {
    const { id } = await aDraft(api, { name: 'Why' })
    const [first] = await leadsOf(id)
    const why = await api.client.holds.whyNotNow({ lead: first?.lead as LeadId })
    expect(why).toMatchObject({ name: first?.name, number: first?.number })
    expect(why.holds.map(({ reason }) => reason)).toContain('not-running')
    expect(why.localTime).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d Europe\/Berlin$/)
  })

  test('a contact that does not exist is not found', async () => {
    expect(await refusalOf(api.client.holds.whyNotNow({ lead: 999_999 as LeadId }))).toMatchObject({
      code: 'not_found',
    })
  })

  test('the decision log tells of a skipped contact, newest first, page by page', async () => {
    const week = Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(day => [day, [{ from: 0, to: 0 }]]),
    )
    const { id } = await aDraft(api, {
      name: 'Logged',
      schedule: { windows: week, anyTime: true },
    })
    await api.services.change(tx =>
      tx
        .insertInto('blocked_prefixes')
        .values({ prefix: '+4930231251', reason: 'Our own desks', at: 0 })
        .execute(),
    )
    await api.client.launch.start({ id, choices: choices({ keepLive: true }) })
    await expect
      .poll(async () => (await leadsOf(id)).map(({ status }) => status), { timeout: 10_000 })
      .toEqual(['skipped', 'skipped'])
    const page = await api.client.holds.decisions({ campaign: id, limit: 1 })
    expect(page).toMatchObject({ more: true, rows: [{ outcome: 'skip', moment: 'turn' }] })
    expect(page.rows[0]?.why).toContain('Our own desks')
    const next = await api.client.holds.decisions({ campaign: id, limit: 1, before: page.rows[0]?.id ?? 0 })
    expect(next.rows[0]?.id).toBeLessThan(page.rows[0]?.id ?? 0)
    expect(next.rows[0]?.rules.every(({ text }) => text !== '')).toBe(true)
    expect((await api.client.holds.decisions({ campaign: id, outcomes: ['call'] })).rows).toEqual([])
    await api.services.change(tx => tx.deleteFrom('blocked_prefixes').execute())
    await api.client.campaigns.move({ id, move: 'cancel', hangUp: true })
  })
})

test('campaigns.md section 3, idle line: the live view says how many wait for what, and until when', async () => {
  const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
  const inThreeDays = days[(new Date().getUTCDay() + 3) % 7] ?? 'mon'
  const { id } = await aDraft(api, {
    name: 'Idle',
    schedule: { zone: 'Europe/Berlin', windows: { [inThreeDays]: [{ from: 600, to: 660 }] } },
  })
  await api.client.launch.start({ id, choices: choices() })
  const { waits, campaign } = await firstOf(await api.client.campaigns.live({ id }))
  expect(campaign).toMatchObject({ state: 'running', schedule: { open: false } })
  expect(waits).toMatchObject([{ contacts: 2, until: campaign.schedule.changesAt }])
  expect(waits[0]?.text).toMatch(/^2 contacts wait for \w{3} 10:00 Europe\/Berlin/)
  await api.client.campaigns.move({ id, move: 'cancel' })
})

test('campaigns.md section 6, forecast: progress, then one report over the contacts that would be called', async () => {
  const { id } = await aDraft(api, { name: 'Forecast' })
  const events = []
  for await (const event of await api.client.forecast.run({ id, choices: choices() })) events.push(event)
  const last = events.at(-1)
  expect(last?.is).toBe('done')
  if (last?.is === 'done') expect(last.report).toMatchObject({ contacts: 2, rates: { from: 'practice' } })
  expect(events.slice(0, -1).every(({ is }) => is === 'progress')).toBe(true)
})

test('every change is in the audit log with what was before and after, and its chain holds', async () => {
  const { id, revision } = await aDraft(api, { name: 'Audited' })
  await api.client.campaigns.update({ id, revision, change: { settings: { maxRetries: 3 } } })
  const { db } = api.services
  const rows = await db.selectFrom('audit').selectAll().where('subject', '=', `campaign ${id}`).execute()
  expect(rows.map(({ action }) => action)).toEqual(['campaign.create', 'campaign.edit', 'campaign.edit'])
  expect(JSON.parse(rows.at(-1)?.detail ?? '')).toMatchObject({ 'settings.maxRetries': '[2,3]' })
  expect(await brokenAuditRows(db)).toEqual([])
})
