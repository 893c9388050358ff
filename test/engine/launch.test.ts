import { afterEach, expect, test } from 'vitest'
import { addPeople } from '../../src-main/contacts/write/add-people.ts'
import type { ContactId } from '../../src-main/domain/ids.ts'
import { type Exclusions, type LaunchChoices, launchDefaults } from '../../src-main/domain/launch.ts'
import { LAUNCH_BATCH } from '../../src-main/store/engine/prepare-leads.ts'
import { letsItRing, picksUp } from '../fakes/sim-dialer.ts'
import { aBench, type Bench, type BenchOptions } from '../make/engine.ts'
import { aCampaign, aPerson, berlin, byTest, mondayAtTen, phone } from '../make/workspace.ts'

let bench: Bench
const kept = new Map<string, string[]>()
const given = async (options: BenchOptions) => {
  kept.clear()
  bench = await aBench({
    ...options,
    engine: {
      backup: async (name, lines) => {
        const read: string[] = []
        for await (const line of lines) read.push(line)
        kept.set(name, read)
        return name
      },
      ...options.engine,
    },
  })
  return bench
}
afterEach(async () => {
  expect(bench.bugs).toEqual([])
  await bench.end()
})

const choose = (change: Partial<Omit<LaunchChoices, 'exclude'>> & { exclude?: Partial<Exclusions> }) => ({
  ...launchDefaults,
  ...change,
  exclude: { ...launchDefaults.exclude, ...change.exclude },
})
const leads = () =>
  bench.store.db
    .selectFrom('leads')
    .selectAll()
    .where('campaign_id', '=', bench.campaign)
    .orderBy('contact_id')
    .execute()
const written = <T>(work: Parameters<typeof bench.store.write<T>>[0]) => bench.store.write(work)
const setLead = (index: number, change: Record<string, unknown>) =>
  written(tx => tx.updateTable('leads').set(change).where('contact_id', '=', contact(index)).execute())
const setContact = (index: number, change: Record<string, unknown>) =>
  written(tx => tx.updateTable('contacts').set(change).where('id', '=', contact(index)).execute())
const contact = (index: number) => (index + 1) as ContactId
const optOut = (index: number, scope: 'all' | 'campaign') =>
  written(tx =>
    tx
      .insertInto('suppressions')
      .values({
        number: phone(index),
        scope,
        campaign_id: scope === 'campaign' ? bench.campaign : null,
        reason: 'no',
        source: 'agent',
        at: mondayAtTen,
      })
      .execute(),
  )
const audit = () =>
  bench.store.db.selectFrom('audit').select(['actor', 'action', 'detail']).orderBy('id').execute()
const statusOf = async (index: number) => {
  const lead = (await leads())[index]
  return lead?.skip_reason ?? lead?.status
}

test('§6, launch dialog: it counts what remains after each line, and nobody twice', async () => {
  const { engine, campaign } = await given({ contacts: 10 })
  await optOut(0, 'campaign')
  await setLead(1, { transferred_ms: 61_000 })
  await setLead(2, { goal: 'achieved' })
  await setContact(3, { opened_link: 1 })
  await setContact(4, { texted: 1 })
  // Stands in two lines and on the do-not-call list: counted by the first.
  await setLead(5, { transferred_ms: 61_000, goal: 'achieved' })
  await optOut(5, 'all')
  await optOut(6, 'all')
  const exclude = { transferredSeconds: 60, openedLink: true, texted: true } as const
  expect(await engine.previewLaunch(campaign, choose({ exclude }))).toMatchObject({
    inCampaign: 10,
    callable: 10,
    lines: [
      { line: 'refused', removed: 1, left: 9 },
      { line: 'transferred', removed: 2, left: 7 },
      { line: 'successful', removed: 1, left: 6 },
      { line: 'opened_link', removed: 1, left: 5 },
      { line: 'texted', removed: 1, left: 4 },
    ],
    keptOutByDoNotCall: 1,
    willBeCalled: 3,
    missing: [],
  })
})

test('§6, launch dialog: the count is who is called then', async () => {
  const { engine, campaign, clock, dialer } = await given({ contacts: 12, settings: { maxRetries: 0 } })
  await optOut(0, 'campaign')
  await setLead(1, { goal: 'achieved' })
  await setContact(2, { texted: 1 })
  await optOut(3, 'all')
  await written(tx =>
    tx
      .insertInto('blocked_prefixes')
      .values({ prefix: phone(10).slice(0, -1), reason: 'ours', at: 0 })
      .execute(),
  )
  const choices = choose({ exclude: { texted: true } })
  const preview = await engine.previewLaunch(campaign, choices)
  expect(preview).toMatchObject({ keptOutByDoNotCall: 3, willBeCalled: 6 })
  expect(await engine.launch(campaign, choices)).toEqual({ moved: { is: 'running' } })
  await clock.run()
  expect(dialer.invites.map(({ number }) => number)).toEqual([4, 5, 6, 7, 8, 9].map(phone))
  expect(await Promise.all([0, 1, 2, 3].map(statusOf))).toEqual([
    'opted_out',
    'excluded_at_launch',
    'excluded_at_launch',
    'dnc',
  ])
})

test('§6, launch dialog: whole countries that are blocked count like the do-not-call list', async () => {
  const { engine, campaign, clock, dialer } = await given({
    people: [aPerson(), aPerson({ place: { ...berlin, country: 'AT' } }, 1), aPerson({}, 2)],
    settings: { maxRetries: 0 },
  })
  // The third is to be called at another number, in a country that is not blocked.
  await written(async tx => {
    const { id } = await tx
      .selectFrom('places')
      .select('id')
      .where('country', '=', 'AT')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('further_phones')
      .values({ contact_id: 3 as never, position: 1, phone: '+43112345678', place_id: id })
      .execute()
    await tx
      .updateTable('leads')
      .set({ phone_position: 1, place_id: id })
      .where('contact_id', '=', 3 as never)
      .execute()
    await tx.insertInto('blocked_countries').values({ country: 'DE', reason: 'ours', at: 0 }).execute()
  })
  const choices = choose({})
  expect(await engine.previewLaunch(campaign, choices)).toMatchObject({
    keptOutByDoNotCall: 2,
    willBeCalled: 1,
  })
  await engine.launch(campaign, choices)
  await clock.run()
  expect(dialer.invites.map(({ number }) => number)).toEqual([phone(1)])
})

test.each<[Exclusions['transferredSeconds'], boolean[]]>([
  [120, [false, false, false, true]],
  [90, [false, false, true, true]],
  [60, [false, true, true, true]],
  [0, [true, true, true, true]],
  [null, [false, false, false, false]],
])('§6, transferred to a person after %s s: more than that leaves them out', async (seconds, out) => {
  const { engine, campaign } = await given({ contacts: 5 })
  for (const [index, ms] of [60_000, 90_000, 120_000, 120_001].entries())
    await setLead(index, { transferred_ms: ms })
  await engine.launch(campaign, choose({ exclude: { transferredSeconds: seconds } }))
  const skipped = (await leads()).slice(0, 4).map(({ skip_reason }) => skip_reason === 'excluded_at_launch')
  expect(skipped).toEqual(out)
})

test('§6, each line can be switched off', async () => {
  const { engine, campaign } = await given({ contacts: 3 })
  await setLead(0, { goal: 'achieved' })
  await setContact(1, { opened_link: 1, texted: 1 })
  const preview = await engine.previewLaunch(campaign, choose({ exclude: { successful: false } }))
  expect(preview?.lines.map(({ removed }) => removed)).toEqual([0, 0, 0, 0, 0])
})

test('§10 line 19, "Refused" switched off calls them again, says why in the audit log, and lifts no do-not-call entry', async () => {
  const { engine, campaign, clock, dialer } = await given({ contacts: 3, settings: { maxRetries: 0 } })
  await optOut(0, 'campaign')
  await optOut(1, 'all')
  expect(await engine.launch(campaign, choose({ exclude: { refused: false } }))).toMatchObject({
    refused: 'bad_choices',
    field: 'exclude.refusedOffBecause',
  })
  const exclude = { refused: false, refusedOffBecause: 'They signed up again' }
  await engine.launch(campaign, choose({ exclude }), { actor: 'eva' })
  await clock.run()
  expect(dialer.invites.map(({ number }) => number)).toEqual([0, 2].map(phone))
  expect(await statusOf(1)).toBe('dnc')
  expect((await audit()).find(({ action }) => action === 'campaign.call_refused')).toEqual({
    actor: 'eva',
    action: 'campaign.call_refused',
    detail: '{"because":"They signed up again","optOuts":1}',
  })
})

test('§10 line 19, who refuses again in that run is not called again', async () => {
  const refuses = {
    ...picksUp,
    conversation: [{ is: 'opt_out', atMs: 1, scope: 'campaign' }],
  } as const
  const { engine, campaign, clock, dialer } = await given({ contacts: 1, answer: () => refuses })
  await optOut(0, 'campaign')
  const exclude = { refused: false, refusedOffBecause: 'They signed up again' }
  await engine.launch(campaign, choose({ exclude }))
  await clock.run()
  expect(await engine.launch(campaign, choose({ rerunAll: true }))).toMatchObject({ refused: 'not_ready' })
  expect(dialer.invites).toHaveLength(1)
})

test('§6, re-run all contacts: also those already called; their history stays and opt-outs stay out', async () => {
  const { launch, engine, campaign, clock, dialer, store } = await given({ contacts: 3 })
  await launch()
  await optOut(0, 'campaign')
  const choices = choose({ rerunAll: true, exclude: { successful: false } })
  expect((await engine.previewLaunch(campaign, launchDefaults))?.callable).toBe(0)
  expect(await engine.previewLaunch(campaign, choices)).toMatchObject({ callable: 3, willBeCalled: 2 })
  expect(await engine.launch(campaign, choices)).toEqual({ moved: { is: 'running' } })
  await clock.run()
  expect(dialer.invites.map(({ number }) => number)).toEqual([0, 1, 2, 1, 2].map(phone))
  const calls = await store.db.selectFrom('calls').select(['run', 'attempt']).orderBy('id').execute()
  expect(calls.map(({ run, attempt }) => [run, attempt])).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
    [2, 1],
    [2, 1],
  ])
  expect(await leads()).toMatchObject([{ conversations: 1 }, { conversations: 2 }, { conversations: 2 }])
})

test('a contact that achieved its goal stays completed when it is left out of a re-run', async () => {
  const achieves = {
    ...picksUp,
    conversation: [{ is: 'goal', atMs: 1, name: 'paid', outcome: 'achieved' }],
  } as const
  const { launch, engine, campaign, store } = await given({
    contacts: 2,
    answer: ({ to }) => (to === phone(0) ? achieves : picksUp),
  })
  await store.write(async () =>
    store.statements.run(
      `INSERT INTO goals (campaign_id, position, key, name, kind, is_primary, rules)
       VALUES (?, 0, 'paid', 'Paid', 'payment', 1, '[]')`,
      campaign,
    ),
  )
  await launch()
  await engine.launch(campaign, choose({ rerunAll: true }))
  expect((await leads()).map(({ status }) => status)).toEqual([
    'completed',
    expect.stringMatching(/pending|queued/),
  ])
})

test('§6, reset contact history: asks for the name, keeps a backup, clears, and never touches the do-not-call list', async () => {
  const { launch, engine, campaign, store, clock, dialer } = await given({
    contacts: 4,
    settings: { maxRetries: 0 },
    answer: ({ to }) => (to === phone(0) ? letsItRing : picksUp),
  })
  await launch()
  await setLead(1, { transferred_ms: 5_000, goal: 'achieved' })
  await optOut(2, 'campaign')
  await optOut(3, 'all')
  const choices = choose({ resetHistory: true })
  expect(await engine.launch(campaign, choices, { typedName: 'Reminder' })).toEqual({
    refused: 'name_mismatch',
  })
  const preview = await engine.previewLaunch(campaign, choices)
  expect(preview).toMatchObject({ callable: 4, keptOutByDoNotCall: 1, willBeCalled: 3 })
  expect(await engine.launch(campaign, choices, { actor: 'eva', typedName: 'Reminders' })).toEqual({
    moved: { is: 'running' },
  })
  expect(await leads()).toMatchObject(
    Array(4).fill({ attempts: 0, conversations: 0, talk_ms: 0, last_result: null, goal: null, contacted: 0 }),
  )
  const [[name, lines] = ['', []]] = [...kept]
  expect(lines.map(line => JSON.parse(line))).toEqual([
    { optOut: expect.objectContaining({ number: phone(2), scope: 'campaign' }) },
    { contact: expect.objectContaining({ phone: phone(0), last_result: 'no_answer', attempts: 1 }) },
    { contact: expect.objectContaining({ phone: phone(1), goal: 'achieved', transferred_ms: 5_000 }) },
    { contact: expect.objectContaining({ phone: phone(2), conversations: 1 }) },
    { contact: expect.objectContaining({ phone: phone(3), conversations: 1 }) },
  ])
  expect((await audit()).at(-1)).toEqual({
    actor: 'eva',
    action: 'campaign.reset_history',
    detail: JSON.stringify({ backup: name, optOuts: 1 }),
  })
  const left = await store.db.selectFrom('suppressions').select(['number', 'scope']).execute()
  expect(left).toEqual([{ number: phone(3), scope: 'all' }])
  await clock.run()
  expect(dialer.invites.slice(4).map(({ number }) => number)).toEqual([0, 1, 2].map(phone))
  expect(await store.db.selectFrom('calls').select('id').execute()).toHaveLength(7)
})

test('a reset whose backup cannot be kept clears nothing', async () => {
  const { launch, engine, campaign } = await given({
    contacts: 1,
    engine: { backup: () => Promise.reject(new Error('no room')) },
  })
  await launch()
  expect(await engine.launch(campaign, choose({ resetHistory: true }), { typedName: 'Reminders' })).toEqual({
    refused: 'no_backup',
  })
  expect(await leads()).toMatchObject([{ status: 'completed', conversations: 1 }])
  expect(bench.bugs.splice(0)).toEqual([new Error('no room')])
  expect(await engine.move(campaign, { do: 'restart' })).toMatchObject({ refused: 'not_ready' })
})

test('§6, keep live as chosen at the launch', async () => {
  const { engine, campaign, clock, state } = await given({ contacts: 1 })
  await engine.launch(campaign, choose({ keepLive: true }))
  await clock.run()
  expect(await state()).toBe('running')
})

test('§10 line 10, test first pauses after the sampled contacts had their first attempt, and goes on with all', async () => {
  const { engine, campaign, clock, dialer, state, notices, store } = await given({
    contacts: 40,
    settings: { maxConcurrentCalls: 3, maxRetries: 1, varyTimeOfDay: false },
    answer: (_, attempt) => (attempt === 1 ? letsItRing : picksUp),
  })
  expect(await engine.launch(campaign, choose({ testContacts: 10 }))).toEqual({ moved: { is: 'running' } })
  await clock.run()
  expect(await state()).toBe('paused')
  const called = new Set(dialer.invites.map(({ number }) => number))
  expect([called.size, dialer.invites.length]).toEqual([10, 10])
  expect([...called].sort()).not.toEqual(Array.from({ length: 10 }, (_, index) => phone(index)))
  expect(await row()).toMatchObject({ pause_reason: 'test_finished', test_contacts: null })
  expect(notices.at(-1)?.title).toBe('Reminders finished its test: 10 contacts were called as a test')
  await engine.move(campaign, { do: 'resume' })
  await clock.run()
  expect(new Set(dialer.invites.map(({ number }) => number)).size).toBe(40)
  expect(await store.db.selectFrom('leads').select('id').where('sampled', '=', 1).execute()).toEqual([])
})

const row = () => bench.store.db.selectFrom('campaigns').selectAll().executeTakeFirstOrThrow()

test('a test with more contacts than there are calls them all, then pauses', async () => {
  const { engine, campaign, clock, dialer } = await given({ contacts: 3, settings: { keepLive: true } })
  await engine.launch(campaign, choose({ testContacts: 10, keepLive: true }))
  await clock.run()
  expect(dialer.invites).toHaveLength(3)
  expect(await row()).toMatchObject({ state: 'paused', pause_reason: 'test_finished' })
})

test('§5, restart: all but the completed ones go back to pending, and manual skips stay (§10 line 5)', async () => {
  const { engine, campaign, launch } = await given({ contacts: 9, settings: { maxRetries: 0 } })
  await launch()
  const before = [
    { status: 'completed' },
    { status: 'no_conversation' },
    { status: 'no_answer' },
    { status: 'failed' },
    { status: 'called', final_status: 'no_answer', ready_at: mondayAtTen + 99_999_999 },
    { status: 'skipped', skip_reason: 'manual' },
    { status: 'skipped', skip_reason: 'duplicate' },
    { status: 'skipped', skip_reason: 'no_consent' },
    { status: 'skipped', skip_reason: 'excluded_at_launch' },
  ]
  for (const [index, lead] of before.entries()) await setLead(index, { attempts: 3, unrung: 2, ...lead })
  await engine.close({ hangUp: false, withinMs: 0 })
  await engine.launch(campaign, launchDefaults)
  expect(await Promise.all(before.map((_, index) => statusOf(index)))).toEqual([
    'completed',
    'pending',
    'pending',
    'pending',
    'called',
    'manual',
    'duplicate',
    'pending',
    'pending',
  ])
  expect((await leads()).map(({ attempts }) => attempts)).toEqual([3, 0, 0, 0, 3, 3, 3, 0, 0])
})

test('an agreed call back keeps its time over a restart', async () => {
  const { engine, campaign, launch } = await given({ contacts: 2 })
  await launch()
  const agreed = mondayAtTen + 5 * 3_600_000
  await setLead(0, { status: 'retry', attempts: 1, agreed_at: agreed, ready_at: agreed, hold: 'agreed_time' })
  await engine.close({ hangUp: false, withinMs: 0 })
  await engine.launch(campaign, launchDefaults)
  expect((await leads())[0]).toMatchObject({
    status: 'retry',
    attempts: 0,
    agreed_at: agreed,
    ready_at: agreed,
    hold: 'agreed_time',
  })
})

test('a long list is prepared in parts, and nobody is called before all of it is', async () => {
  const people = LAUNCH_BATCH * 2 + 10
  const { engine, campaign, dialer, statuses, clock } = await given({ contacts: people })
  await setContact(people - 1, { texted: 1 })
  const launching = engine.launch(campaign, choose({ exclude: { texted: true } }))
  await clock.settle()
  expect(dialer.invites).toEqual([])
  expect(await engine.move(campaign, { do: 'cancel' })).toEqual({ refused: 'launching' })
  expect(await launching).toEqual({ moved: { is: 'running' } })
  expect((await statuses()).skipped).toBe(1)
})

test('stopping everything also stops a launch that is being prepared (§10 line 22)', async () => {
  const { engine, campaign, dialer, clock, state } = await given({ contacts: LAUNCH_BATCH * 2 })
  const launching = engine.launch(campaign, launchDefaults)
  await clock.settle()
  await engine.stopAll({ hangUp: false })
  expect(await launching).toEqual({ refused: 'stopped' })
  await clock.run()
  expect([dialer.invites.length, await state()]).toEqual([0, 'draft'])
  expect(await engine.move(campaign, { do: 'cancel' })).toEqual({ moved: { is: 'cancelled' } })
})

test('contacts that come while a long list is prepared are prepared as well', async () => {
  const { engine, campaign, store, clock, statuses } = await given({ contacts: LAUNCH_BATCH * 2 })
  const launching = engine.launch(campaign, choose({ exclude: { texted: true } }))
  await clock.settle()
  const late = aPerson({ phone: phone(50_000) })
  await store.write(async tx => {
    await addPeople(store.statements, campaign, [late], byTest())
    await tx.updateTable('contacts').set({ texted: 1 }).where('phone', '=', phone(50_000)).execute()
  })
  await launching
  expect((await statuses()).skipped).toBe(1)
})

test('a launch that another process began is gone through again at the next start', async () => {
  const first = await given({ contacts: 3 })
  await first.engine.close({ hangUp: false, withinMs: 0 })
  const intent = {
    do: 'launch',
    choices: choose({ exclude: { texted: true } }),
    actor: 'eva',
    at: mondayAtTen,
  }
  await setContact(0, { texted: 1 })
  await written(tx =>
    tx
      .updateTable('campaigns')
      .set({ launching: JSON.stringify(intent) as never })
      .execute(),
  )
  await first.engine.start()
  expect(await row()).toMatchObject({ state: 'running', launching: null, run: 1 })
  expect(await statusOf(0)).toBe('excluded_at_launch')
  expect((await audit()).map(({ actor, action }) => `${actor} ${action}`)).toEqual(['eva campaign.launch'])
})

test('§6, compliance checklist: each point is found out, or asked for where it cannot be', async () => {
  const { engine, campaign } = await given({ contacts: 2 })
  await optOut(0, 'all')
  const checks = (await engine.previewLaunch(campaign, launchDefaults))?.checks
  expect(checks?.map(({ check, is }) => [check, is])).toEqual([
    ['consent', 'met'],
    ['hours', 'met'],
    ['opt_out', 'not_met'],
    ['do_not_call', 'met'],
    ['consent_records', 'confirm'],
  ])
  expect(checks?.[3]?.text).toBe('The do-not-call list is applied: it keeps out 1 contact')
})

test('§6, consent on file for every contact: those without are counted', async () => {
  const { engine, campaign, store } = await given({
    contacts: 4,
    settings: { consent: 'express', purpose: 'marketing' },
  })
  const consent = (index: number, change: Record<string, unknown>) =>
    written(tx =>
      tx
        .insertInto('consents')
        .values({
          contact_id: contact(index),
          kind: 'express',
          purpose: null,
          given_at: 0,
          ...change,
        } as never)
        .execute(),
    )
  await consent(0, {})
  await consent(0, { kind: 'express_written' })
  await consent(1, { purpose: 'survey' })
  await consent(2, { withdrawn_at: 1 })
  await consent(3, { kind: 'existing_relation' })
  const [check] = (await engine.previewLaunch(campaign, launchDefaults))?.checks ?? []
  expect(check).toEqual({
    check: 'consent',
    is: 'not_met',
    text: '3 of 4 contacts have no express consent on file and will be skipped',
  })
  await store.write(tx => tx.updateTable('consents').set({ withdrawn_at: null }).execute())
  const [after] = (await engine.previewLaunch(campaign, launchDefaults))?.checks ?? []
  expect(after?.text).toBe('2 of 4 contacts have no express consent on file and will be skipped')
})

test('the preview of a campaign that does not exist is none', async () => {
  const { engine } = await given({ contacts: 1 })
  expect(await engine.previewLaunch(99 as never, launchDefaults)).toBeNull()
})

test('the preview changes nothing, also for a second campaign over the same people', async () => {
  const { engine, store, campaign } = await given({ contacts: 3 })
  const other = await aCampaign(store, { name: 'Survey', contacts: 3 })
  await setLead(0, { goal: 'achieved' })
  const before = await store.db.selectFrom('leads').selectAll().execute()
  await engine.previewLaunch(campaign, launchDefaults)
  await engine.previewLaunch(other.campaign, choose({ resetHistory: true }))
  expect(await store.db.selectFrom('leads').selectAll().execute()).toEqual(before)
})
