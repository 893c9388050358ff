import { beforeAll, expect, test } from 'vitest'
import type { AgentDetail } from '../../src-main/contract/agents.ts'
import { type Flow, nowhere } from '../../src-main/domain/flow.ts'
import { anApi, endOf, refusalOf } from '../make/api.ts'

const api = anApi({ demo: true })
type Id = AgentDetail['id']

const three: Flow = {
  start: 'hello',
  maxCallSeconds: 60,
  steps: {
    hello: { do: 'say', text: 'Hello.', next: 'out' },
    out: { do: 'opt_out', scope: 'all', next: 'bye' },
    bye: { do: 'end', text: 'Good bye.' },
  },
}
const open: Flow = { ...three, steps: { hello: { do: 'say', text: 'Hello.', next: nowhere } } }
const get = (id: Id) => api.client.agents.get({ id })

let made = 0
async function anAgent(flow: Flow = three): Promise<Id> {
  made += 1
  const { id } = await api.client.agents.create({ name: `Agent ${made}`, from: 'empty' })
  await api.client.agents.saveDraft({ id, revision: 1, flow })
  return id
}
const publish = async (id: Id) => api.client.agents.publish({ id, revision: (await get(id)).draft.revision })

let clara: Id
beforeAll(async () => {
  clara = (await api.client.agents.list())[0]?.id as Id
})

test('agents.md §1 “Only published versions take calls”: a draft is in the list of all, and cannot be chosen', async () => {
  const id = await anAgent()
  const listed = (await api.client.agents.all()).find(agent => agent.id === id)
  expect(listed).toMatchObject({ published: null, active: true, campaigns: 0, hasChanges: true })
  expect((await api.client.agents.list()).map(agent => agent.id)).not.toContain(id)
  expect(await endOf(api.client.campaigns.createDraft({ name: 'Too early', agent: id }))).toBe(
    'agent_not_ready at agent',
  )
})

test.each(['reminder', 'survey', 'notification'] as const)(
  'a new agent from the ready-made flow “%s” may be published as it is, in English and in German',
  async from => {
    const { id } = await api.client.agents.create({ name: `From ${from}`, from })
    expect(await publish(id)).toMatchObject({ version: 1 })
    const german = await api.client.agents.create({ name: `Von ${from}`, from, language: 'de' })
    expect(await publish(german.id)).toMatchObject({ version: 1 })
    expect(JSON.stringify((await get(german.id)).draft.flow)).toContain('Guten Tag')
  },
)

test('a name that is taken, in whatever case, is refused at the name', async () => {
  expect(await endOf(api.client.agents.create({ name: 'CLARA', from: 'empty' }))).toBe('name_taken at name')
  const id = await anAgent()
  const { revision } = await get(id)
  expect(await endOf(api.client.agents.update({ id, revision, change: { name: 'clara' } }))).toBe(
    'name_taken at name',
  )
})

test('agents.md §1 “published versions (numbered, unchangeable)”: each publishing makes the next, the others stay', async () => {
  const id = await anAgent()
  expect(await publish(id)).toMatchObject({ version: 1 })
  const { draft } = await get(id)
  const shorter: Flow = { ...three, steps: { ...three.steps, bye: { do: 'end', text: 'Bye.' } } }
  await api.client.agents.saveDraft({ id, revision: draft.revision, flow: shorter })
  expect(await publish(id)).toMatchObject({ version: 2 })
  expect((await api.client.agents.version({ id, version: 1 })).flow).toEqual(three)
  expect((await api.client.agents.version({ id, version: 2 })).flow).toEqual(shorter)
  expect((await get(id)).versions.map(({ version }) => version)).toEqual([2, 1])
})

test('agents.md §1 “A running campaign keeps its version until someone moves it on”', async () => {
  const id = await anAgent()
  await publish(id)
  const campaign = await api.client.campaigns.createDraft({ name: 'Stays', agent: id })
  const { draft } = await get(id)
  await api.client.agents.saveDraft({ id, revision: draft.revision, flow: { ...three, maxCallSeconds: 90 } })
  await publish(id)
  expect((await get(id)).versions).toMatchObject([
    { version: 2, campaigns: [] },
    { version: 1, campaigns: [{ id: campaign.id, name: 'Stays' }] },
  ])
  expect((await api.client.campaigns.get({ id: campaign.id })).agent).toMatchObject({ version: 1 })
})

test('agents.md §2 “Publishing checks … Errors point at the step”: a draft with errors is kept, and not published', async () => {
  const id = await anAgent(open)
  expect(await refusalOf(publish(id))).toMatchObject({
    code: 'flow_faults',
    problems: [{ field: 'hello', text: expect.stringMatching(/leads nowhere/) }],
  })
  expect((await get(id)).draft.flow).toEqual(open)
  expect((await get(id)).published).toBeNull()
})

test('what is published already is not published again', async () => {
  const id = await anAgent()
  await publish(id)
  expect(await endOf(publish(id))).toBe('nothing_changed')
})

test('a draft that a second window saved meanwhile is refused, with what differs step by step', async () => {
  const id = await anAgent()
  const { draft } = await get(id)
  const theirs: Flow = {
    ...three,
    steps: { ...three.steps, hello: { do: 'say', text: 'Theirs.', next: 'out' } },
  }
  const yours: Flow = { ...three, maxCallSeconds: 30 }
  await api.client.agents.saveDraft({ id, revision: draft.revision, flow: theirs })
  const refusal = await refusalOf(api.client.agents.saveDraft({ id, revision: draft.revision, flow: yours }))
  expect(refusal).toMatchObject({
    code: 'changed_meanwhile',
    revision: draft.revision + 1,
    changed: [
      { field: 'steps.hello', theirs: theirs.steps.hello, yours: three.steps.hello },
      { field: 'maxCallSeconds', theirs: 60, yours: 30 },
    ],
  })
  expect((await get(id)).draft.flow).toEqual(theirs)
  expect(await endOf(api.client.agents.publish({ id, revision: draft.revision }))).toBe('changed_meanwhile')
})

test('a name that a second window changed meanwhile is not overwritten', async () => {
  const id = await anAgent()
  const { revision, name } = await get(id)
  await api.client.agents.update({ id, revision, change: { purpose: 'Theirs' } })
  const refusal = await refusalOf(
    api.client.agents.update({ id, revision, change: { name: 'Mine', purpose: 'Mine' } }),
  )
  expect(refusal?.changed).toEqual([
    { field: 'name', theirs: name, yours: 'Mine' },
    { field: 'purpose', theirs: 'Theirs', yours: 'Mine' },
  ])
})

test('a copy has the draft, a name of its own, and is not published', async () => {
  const { id, name } = await api.client.agents.duplicate({ id: clara })
  expect(name).toBe('Clara (copy)')
  expect(await get(id)).toMatchObject({ published: null, draft: { flow: (await get(clara)).draft.flow } })
})

test('an agent of a campaign is not deleted; another is gone from every list and gives its name back', async () => {
  expect(await endOf(api.client.agents.remove({ id: clara }))).toBe('agent_in_use')
  const id = await anAgent()
  await publish(id)
  const { name } = await get(id)
  await api.client.agents.remove({ id })
  expect(await endOf(get(id))).toBe('not_found')
  expect((await api.client.agents.all()).map(agent => agent.id)).not.toContain(id)
  expect((await api.client.agents.list()).map(agent => agent.id)).not.toContain(id)
  expect(await endOf(api.client.campaigns.createDraft({ name: 'Gone', agent: id }))).toBe(
    'agent_not_ready at agent',
  )
  expect(await endOf(api.client.agents.create({ name, from: 'empty' }))).toBe('done')
})

test('an agent that is switched off cannot be chosen, and keeps its campaigns', async () => {
  const id = await anAgent()
  await publish(id)
  const { revision } = await get(id)
  await api.client.agents.update({ id, revision, change: { active: false } })
  expect((await api.client.agents.list()).map(agent => agent.id)).not.toContain(id)
  expect((await api.client.agents.all()).find(agent => agent.id === id)).toMatchObject({ active: false })
})

test('agents.md §2 “stored as plain JSON that can be exported, imported, diffed”: what is exported is read back as it was', async () => {
  const { text, fileName } = await api.client.agents.exportFlow({ id: clara })
  expect(fileName).toBe('clara-flow.json')
  expect((await api.client.agents.readFlow({ text })).flow).toEqual((await get(clara)).draft.flow)
})

test.each([
  ['no JSON', '{', /^This is not a flow/],
  ['another file', '{"format":"trunkline-campaign","version":1}', /one of trunkline-flow/],
  [
    'a step of an unknown kind',
    '{"format":"trunkline-flow","version":1,"flow":{"start":"a","maxCallSeconds":60,"steps":{"a":{"do":"dance"}}}}',
    /^flow\.steps\.a/,
  ],
])('a file that is %s is refused with the place', async (_, text, what) =>
  expect(await refusalOf(api.client.agents.readFlow({ text }))).toMatchObject({
    code: 'bad_flow',
    what: expect.stringMatching(what),
  }),
)

test('agents.md §1 “Try it”: a draft is talked to as it is, and nothing is stored', async () => {
  const before = await api.client.agents.all()
  const trial = await api.client.agents.tryOut({
    flow: open,
    variables: {},
    inputs: [],
  })
  expect(trial).toMatchObject({ events: [{ is: 'said', step: 'hello', text: 'Hello.' }], ended: 'nowhere' })
  expect(await api.client.agents.all()).toEqual(before)
})

test('agents.md §1 “keeps its version until someone moves it on”: campaigns that are not over move, whether they run or rest', async () => {
  const id = await anAgent()
  await publish(id)
  const { id: draft } = await api.client.campaigns.createDraft({ name: 'Moves on', agent: id })
  const { id: other } = await api.client.campaigns.createDraft({ name: 'Has Clara', agent: clara })
  const { id: over } = await api.client.campaigns.createDraft({ name: 'Is over', agent: id })
  const { id: runs } = await api.client.campaigns.createDraft({ name: 'Runs', agent: id })
  const { draft: before, name } = await get(id)
  await api.client.agents.saveDraft({ id, revision: before.revision, flow: { ...three, maxCallSeconds: 90 } })
  await publish(id)
  const stands = (campaign: typeof runs, state: 'running' | 'cancelled') =>
    api.services.db.updateTable('campaigns').set({ state }).where('id', '=', campaign).execute()
  await stands(over, 'cancelled')
  await stands(runs, 'running')
  expect(await api.client.agents.moveCampaigns({ id, campaigns: [draft, other, over, runs] })).toEqual({
    version: 2,
    moved: 2,
  })
  const { rows } = await api.client.activity.list({ limit: 20, offset: 0 })
  const told = rows.find(({ subject, action }) => subject.id === draft && action === 'campaign.edit')
  expect(told?.changes).toEqual([{ part: 'agent', before: `${name} v1`, after: `${name} v2` }])
  const names = (await get(id)).versions.map(({ version, campaigns }) => [
    version,
    campaigns.map(({ name }) => name),
  ])
  expect(names).toEqual([
    [2, ['Moves on', 'Runs']],
    [1, ['Is over']],
  ])
  expect((await get(clara)).versions.flatMap(({ campaigns }) => campaigns.map(({ name }) => name))).toContain(
    'Has Clara',
  )
})

test('campaigns are not moved on to what was never published', async () => {
  const id = await anAgent()
  const { id: campaign } = await api.client.campaigns.createDraft({ name: 'Nothing to move to' })
  expect(await endOf(api.client.agents.moveCampaigns({ id, campaigns: [campaign] }))).toBe('agent_not_ready')
})
