import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { AgentRow } from '../../src-main/contract/agents.ts'
import type { NumberRow } from '../../src-main/contract/numbers.ts'
import { anApi, type ComposedApi } from '../make/api.ts'

const api = anApi({ demo: true })
let agent: AgentRow['id']
let numbers: readonly NumberRow['id'][]

const agentNow = () => api.client.agents.get({ id: agent })
const shownBy = async (id: Parameters<ComposedApi['client']['campaigns']['get']>[0]['id']) =>
  (await api.client.campaigns.get({ id })).numbers.map(number => [number.id, number.weight, number.enabled])

beforeAll(async () => {
  const [first] = await api.client.agents.list()
  if (!first) throw new Error('The demo has no agent')
  agent = first.id
  numbers = (await api.client.numbers.list()).map(({ id }) => id)
})
beforeEach(() => api.client.agents.setNumbers({ id: agent, numbers: [...numbers.slice(0, 3)].reverse() }))
test('agents.md §1 “numbers”: caller IDs that belong to an agent are kept in their order', async () => {
  expect((await agentNow()).numbers).toEqual([numbers[2], numbers[1], numbers[0]])
  await api.client.agents.setNumbers({ id: agent, numbers: [] })
  expect((await agentNow()).numbers).toEqual([])
})

test('campaigns.md §2 “numbers: default the agent’s own numbers”: a draft without numbers takes them over', async () => {
  const { id } = await api.client.campaigns.createDraft({ name: 'By agent', agent })
  expect(await shownBy(id)).toEqual([
    [numbers[2], 1, true],
    [numbers[1], 1, true],
    [numbers[0], 1, true],
  ])
  // It keeps them, whatever the agent has later.
  await api.client.agents.setNumbers({ id: agent, numbers: [] })
  expect(await shownBy(id)).toHaveLength(3)
})

test('a draft that is given numbers, none included, has those', async () => {
  const one = [{ id: numbers[3] as NumberRow['id'], weight: 4, enabled: true }]
  const given = await api.client.campaigns.createDraft({ name: 'Given', agent, numbers: one })
  expect(await shownBy(given.id)).toEqual([[numbers[3], 4, true]])
  const none = await api.client.campaigns.createDraft({ name: 'None', agent, numbers: [] })
  expect(await shownBy(none.id)).toEqual([])
})

test('a number that is removed is the agent’s no longer', async () => {
  const { id } = await api.client.numbers.create({
    number: '+493023125099',
    name: '',
    defaultCountry: 'DE',
  })
  await api.client.agents.setNumbers({ id: agent, numbers: [numbers[0] as NumberRow['id'], id] })
  await api.client.numbers.remove({ id })
  expect((await agentNow()).numbers).toEqual([numbers[0]])
})

test.each([
  { name: 'a number that is not there', list: () => [99], code: 'not_found' },
  { name: 'a number twice', list: () => [numbers[0], numbers[0]], code: 'number_twice' },
])('$name is refused, and nothing is changed', async ({ list, code }) => {
  const wanted = api.client.agents.setNumbers({ id: agent, numbers: list() as NumberRow['id'][] })
  await expect(wanted).rejects.toMatchObject({ data: { code } })
  expect((await agentNow()).numbers).toHaveLength(3)
})

test('an agent that is not there has no numbers', () =>
  expect(api.client.agents.setNumbers({ id: 99 as typeof agent, numbers: [] })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  }))
