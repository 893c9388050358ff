import { expect, test } from 'vitest'
import type { Refusal } from '../../src-main/contract/values.ts'
import type { Flow } from '../../src-main/domain/flow.ts'
import { createAgent } from '../../src-main/store/save-agent.ts'
import { aDraft, anApi } from '../make/api.ts'

const api = anApi({ demo: true })

const imported = (value: unknown): Promise<Refusal | null> =>
  api.client.campaigns
    .importConfiguration({ text: typeof value === 'string' ? value : JSON.stringify(value) })
    .then(
      () => null,
      error => error.data as Refusal,
    )

const minimal = { format: 'trunkline-campaign', version: 1, name: 'From a file' }

test('what is exported comes back as the same campaign under another name', async () => {
  const hours = await api.client.businessHours.create({
    name: 'Office',
    zone: 'Europe/Berlin',
    windows: { mon: [{ from: 540, to: 720 }] },
    holidays: { country: 'DE', region: 'BY' },
    closedDays: [],
  })
  const { id } = await aDraft(api, {
    name: 'Herbst: Zahnärzte & Söhne',
    notes: 'Ä\n“quoted”',
    businessHours: hours.id,
    settings: { maxRetries: 7, budgetMicros: 5_000_000, retryMinutesAfter: { busy: 1 } },
    schedule: { windows: { sat: [{ from: 0, to: 0 }] }, endsAt: Date.UTC(2031, 0, 1) },
  })
  const { fileName, text } = await api.client.campaigns.exportConfiguration({ id })
  expect(fileName).toBe('herbst-zahnärzte-söhne.json')
  const made = await api.client.campaigns.importConfiguration({ text, name: 'Copy' })
  expect(made.leftOut).toEqual([])
  const pick = async (of: typeof id) => {
    const { settings, schedule, notes, agent, trunks, numbers, businessHours } =
      await api.client.campaigns.get({ id: of })
    return { settings, schedule, notes, agent, trunks, numbers, businessHours }
  }
  expect(await pick(made.id)).toEqual(await pick(id))
})

test('campaigns.md 1, goals and analyses: they come along, over those of the agent’s flow; archived ones stay behind', async () => {
  const [agent] = await api.client.agents.list()
  const { id } = await aDraft(api, { name: 'With goals', agent: agent?.id ?? null })
  const { goals } = await api.client.results.of({ campaign: id })
  const [own] = goals
  if (!own) throw new Error('the flow of the demo’s first agent has no goal')
  await api.client.results.saveGoal({ campaign: id, goal: { ...own, description: 'By hand' } })
  const sold = { name: 'Sold', description: '', kind: 'sale', rules: [] } as const
  const primary = await api.client.results.saveGoal({ campaign: id, goal: sold })
  await api.client.results.setPrimary({ goal: primary.id })
  const old = await api.client.results.saveGoal({ campaign: id, goal: { ...sold, name: 'Old' } })
  await api.client.results.archiveGoal({ goal: old.id, archived: true })
  const asked = {
    text: 'How much?',
    form: { is: 'rating', from: 1, to: 5 },
    isActive: false,
    rules: [],
  } as const
  await api.client.results.saveQuestion({ campaign: id, question: asked })

  const { text } = await api.client.campaigns.exportConfiguration({ id })
  const made = await api.client.campaigns.importConfiguration({ text, name: 'With goals too' })
  const written = async (campaign: typeof id) => {
    const { goals, questions } = await api.client.results.of({ campaign })
    return [...goals, ...questions]
      .filter(({ archivedAt }) => archivedAt === null)
      .map(({ id: _, ...one }) => one)
  }
  const all = await written(made.id)
  expect(all).toEqual(await written(id))
  expect(all).toMatchObject([{ description: 'By hand' }, ...Array(all.length - 1).fill({})])
  expect(all.filter(one => 'isPrimary' in one && one.isPrimary)).toMatchObject([{ name: 'Sold' }])
  expect(
    await imported({ ...minimal, goals: [1, 2].map(() => ({ ...sold, key: 'k', isPrimary: false })) }),
  ).toMatchObject({ code: 'bad_configuration', field: 'goals' })
})

test('agents.md §4: a flow may name its goals in words and ask for one key only; both are shown, exported and imported', async () => {
  const flow: Flow = {
    start: 'ask',
    maxCallSeconds: 60,
    steps: {
      ask: {
        do: 'ask',
        text: 'Press 1 to be called back.',
        store: 'call_back',
        choices: { '1': { label: 'Please', next: 'wanted' } },
        waitSeconds: 5,
        tries: 2,
        onSilence: 'end',
        onMisunderstood: 'end',
      },
      wanted: { do: 'goal', name: 'Call back wanted!', outcome: 'achieved', next: 'end' },
      end: { do: 'end' },
    },
  }
  const agent = await api.services.change(tx =>
    createAgent(tx, { name: 'Caller back', purpose: '', flow }, api.services.now()),
  )
  const { id } = await aDraft(api, { name: 'Call back', agent: agent.id })
  const written = async (campaign: typeof id) => {
    const { goals, questions } = await api.client.results.of({ campaign })
    return [...goals, ...questions].map(({ id: _, ...one }) => one)
  }
  expect(await written(id)).toMatchObject([
    { key: 'Call back wanted!' },
    { key: 'call_back', form: { is: 'single_choice', options: ['Please'] } },
  ])
  const { text } = await api.client.campaigns.exportConfiguration({ id })
  const made = await api.client.campaigns.importConfiguration({ text, name: 'Call back too' })
  expect(await written(made.id)).toEqual(await written(id))
})

test('what this workspace does not have is left out and told, and the draft is made', async () => {
  const { id, leftOut } = await api.client.campaigns.importConfiguration({
    text: JSON.stringify({
      ...minimal,
      agent: 'Nobody',
      trunks: ['Nowhere'],
      businessHours: 'Never',
      numbers: [{ number: '+4930123', weight: 1, enabled: true }],
    }),
  })
  expect(leftOut.map(({ field }) => field)).toEqual(['agent', 'trunks.0', 'businessHours', 'numbers.0'])
  expect((await api.client.campaigns.get({ id })).numbers).toEqual([])
})

test.each([
  ['no JSON', '{', undefined],
  ['another format', { ...minimal, format: 'x' }, 'format'],
  ['a list', [], undefined],
  ['a setting out of range', { ...minimal, settings: { maxRetries: 11 } }, 'settings.maxRetries'],
  ['a setting that does not exist', { ...minimal, settings: { turbo: true } }, 'settings.turbo'],
  ['a part that does not exist', { ...minimal, extra: 1 }, 'extra'],
  [
    'a window that is none',
    { ...minimal, schedule: { windows: { mon: [{ from: -1, to: 5 }] } } },
    'schedule.windows.mon.0.from',
  ],
  [
    'a scale that ends where it begins',
    {
      ...minimal,
      questions: [
        { key: 'mark', text: 'Mark', form: { is: 'rating', from: 5, to: 5 }, isActive: true, rules: [] },
      ],
    },
    'questions.0.form.to',
  ],
  ['a prototype', `{"format":"trunkline-campaign","version":1,"name":"P","__proto__":{"x":1}}`, '__proto__'],
])('%s is refused with its path, and nothing is made', async (_, value, field) => {
  const before = (await api.client.campaigns.list()).length
  const refusal = await imported(value)
  expect(refusal?.code).toBe('bad_configuration')
  expect(refusal?.field).toBe(field)
  expect(await api.client.campaigns.list()).toHaveLength(before)
})

test('every point that is wrong is named at once', async () => {
  const refusal = await imported({ ...minimal, settings: { maxRetries: 11, record: 'yes' }, version: 2 })
  expect(refusal?.problems?.map(({ field }) => field).sort()).toEqual([
    'settings.maxRetries',
    'settings.record',
    'version',
  ])
})
