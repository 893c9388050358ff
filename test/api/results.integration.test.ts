import { expect, test } from 'vitest'
import type { CampaignId } from '../../src-main/domain/ids.ts'
import { anApi, refusalOf } from '../make/api.ts'

const api = anApi({ demo: true })

const demo = async (): Promise<CampaignId> => {
  const [campaign] = await api.client.campaigns.list()
  if (campaign === undefined) throw new Error('no demo')
  return campaign.id
}
const of = async (campaign: CampaignId) => api.client.results.of({ campaign })
const newGoal = { name: 'Data confirmed', description: '', kind: 'confirmation', rules: [] } as const

test('a campaign begins with the goals and questions of its agent’s flow', async () => {
  const { goals, questions } = await of(await demo())
  expect(goals.length).toBeGreaterThan(0)
  expect(goals.filter(({ isPrimary }) => isPrimary)).toHaveLength(1)
  for (const { key, text } of questions) expect([key, text]).not.toContain('')
})

test('a goal is added, changed, made primary, archived and restored', async () => {
  const campaign = await demo()
  const { id } = await api.client.results.saveGoal({ campaign, goal: newGoal })
  const found = async () => (await of(campaign)).goals.find(goal => goal.id === id)
  expect(await found()).toMatchObject({ key: 'data_confirmed', name: 'Data confirmed', isPrimary: false })
  const rules = [{ when: { is: 'person_spoke', seconds: 10 }, outcome: 'achieved' }] as const
  await api.client.results.saveGoal({ campaign, goal: { ...newGoal, id, name: 'Address confirmed', rules } })
  expect(await found()).toMatchObject({ key: 'data_confirmed', name: 'Address confirmed', rules })
  await api.client.results.setPrimary({ goal: id })
  expect(await found()).toMatchObject({ isPrimary: true })
  await api.client.results.archiveGoal({ goal: id, archived: true })
  expect(await found()).toMatchObject({ isPrimary: false, archivedAt: expect.any(Number) })
  expect(await refusalOf(api.client.results.setPrimary({ goal: id }))).toMatchObject({ code: 'archived' })
  await api.client.results.archiveGoal({ goal: id, archived: false })
  expect(await found()).toMatchObject({ archivedAt: null })
})

test('a key that another one has is refused at its field', async () => {
  const campaign = await demo()
  const [first] = (await of(campaign)).goals
  const refused = refusalOf(
    api.client.results.saveGoal({ campaign, goal: { ...newGoal, key: first?.key ?? '' } }),
  )
  expect(await refused).toMatchObject({ code: 'key_taken', field: 'key' })
})

test.each([
  ['yes/no', { is: 'yes_no' }],
  ['single choice', { is: 'single_choice', options: ['A', 'B'] }],
  ['multiple choice', { is: 'multiple_choice', options: ['A', 'B'] }],
  ['open', { is: 'open' }],
  ['rating', { is: 'rating', from: 1, to: 5 }],
  ['data point', { is: 'data_point', type: 'date' }],
] as const)(
  'agents.md §4, analyses: a question of the kind %s is kept as it was given',
  async (kind, form) => {
    const campaign = await demo()
    const question = { text: `A question: ${kind}`, form, isActive: true, rules: [] }
    const { id } = await api.client.results.saveQuestion({ campaign, question })
    expect((await of(campaign)).questions.find(other => other.id === id)).toMatchObject(question)
    await api.client.results.archiveQuestion({ question: id, archived: true })
    expect((await of(campaign)).questions.find(other => other.id === id)?.archivedAt).not.toBeNull()
  },
)

test('a scale that ends where it begins is refused at its field', async () => {
  const question = {
    text: 'Mark',
    form: { is: 'rating', from: 5, to: 5 },
    isActive: true,
    rules: [],
  } as const
  const refused = refusalOf(api.client.results.saveQuestion({ campaign: await demo(), question }))
  expect(await refused).toMatchObject({ code: 'empty_scale', field: 'form.to' })
})

test('what does not exist is said so, and a call that goes on is not corrected', async () => {
  const missing = 4_711 as never
  await expect(api.client.results.setPrimary({ goal: missing })).rejects.toThrow('no goal 4711')
  await expect(api.client.results.archiveQuestion({ question: missing, archived: true })).rejects.toThrow(
    'no question 4711',
  )
  await expect(
    api.client.results.correctGoal({ call: missing, goal: missing, correction: null }),
  ).rejects.toThrow('no call 4711')
})
