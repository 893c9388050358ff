import { expect, test } from 'vitest'
import type { TrunkForm } from '../../src-main/contract/lines.ts'
import { anApi, refusalOf } from '../make/api.ts'

const api = anApi({ demo: true })

/** Something that two windows have open. */
interface Form {
  /** What both begin with. */
  readonly opened: object
  /** Saves it as one window has it, from what that window began with. */
  readonly save: (values: object, opened: object) => Promise<unknown>
  readonly now: () => Promise<object>
  readonly theirs: object
  readonly mine: object
}

const client = () => api.client
// biome-ignore lint/suspicious/noExplicitAny: each form is sent as its own handler checks it
const sent = (values: object): any => values

const campaign = async () => (await client().campaigns.list())[0]?.id as number

const forms: Readonly<Record<string, () => Promise<Form>>> = {
  goal: async () => {
    const of = { campaign: await campaign() }
    const values = { name: 'Booked', description: '', kind: 'appointment', rules: [], key: 'booked' } as const
    const { id } = await client().results.saveGoal({ ...of, goal: values })
    const now = async () => (await client().results.of(of)).goals.find(goal => goal.id === id) ?? {}
    const save: Form['save'] = (form, opened) =>
      client().results.saveGoal({ ...of, goal: sent({ ...form, id, opened }) })
    return { opened: values, save, now, theirs: { description: 'A date' }, mine: { name: 'Date booked' } }
  },
  question: async () => {
    const of = { campaign: await campaign() }
    const form = { is: 'single_choice', options: ['A', 'B'] } as const
    const values = { text: 'Which?', form, isActive: true, rules: [], key: 'which' }
    const { id } = await client().results.saveQuestion({ ...of, question: values })
    const now = async () => (await client().results.of(of)).questions.find(one => one.id === id) ?? {}
    const save: Form['save'] = (form, opened) =>
      client().results.saveQuestion({ ...of, question: sent({ ...form, id, opened }) })
    const theirs = { form: { is: 'single_choice', options: ['A', 'B', 'C'] } }
    return { opened: values, save, now, theirs, mine: { text: 'Which one?' } }
  },
  list: async () => {
    const values = { name: 'Autumn', notes: '' }
    const { id } = await client().lists.save(values)
    const now = async () => (await client().lists.all()).find(list => list.id === id) ?? {}
    const save: Form['save'] = (form, opened) => client().lists.save(sent({ ...form, id, opened }))
    return { opened: values, save, now, theirs: { name: 'Winter' }, mine: { notes: 'From the fair' } }
  },
  profile: async () => {
    const now = async () => (await client().preferences.get()).profile
    return {
      opened: await now(),
      now,
      save: (form, opened) => client().preferences.setProfile(sent({ ...form, opened })),
      theirs: { name: 'Desk' },
      mine: { country: 'AT' },
    }
  },
  notices: async () => {
    const now = async () => (await client().preferences.get()).notices
    return {
      opened: await now(),
      now,
      save: (form, opened) => client().preferences.setNotices(sent({ ...form, opened })),
      theirs: { quiet: ['trunk_back'] },
      mine: { desktop: ['trunk_held'] },
    }
  },
  retention: async () => {
    const now = async () => (await client().preferences.get()).retention
    return {
      opened: await now(),
      now,
      save: (form, opened) => client().preferences.setRetention(sent({ ...form, opened })),
      theirs: { recordingDays: 30 },
      mine: { contactDays: 365 },
    }
  },
  caps: async () => {
    const now = async () => (await client().workspace.caps()).caps
    return {
      opened: await now(),
      now,
      save: (form, opened) => client().workspace.setCaps(sent({ ...form, opened })),
      theirs: { concurrentCalls: 40 },
      mine: { callsPerSecond: 3 },
    }
  },
  backups: async () => {
    const now = async () => (await client().backups.list()).settings
    return {
      opened: await now(),
      now,
      save: (form, opened) => client().backups.setSettings(sent({ ...form, opened })),
      theirs: { keep: 9 },
      mine: { everyHours: 4 },
    }
  },
  rates: async () => {
    const [trunk] = await client().trunks.list()
    const id = trunk?.id as number
    const now = () => client().trunks.money({ id })
    const rates = (microsPerMinute: number) => ({
      currency: 'EUR',
      rates: [{ prefix: '', connectMicros: 0, microsPerMinute, firstSeconds: 60, stepSeconds: 1 }],
    })
    await client().trunks.setMoney({ id, rates: rates(1), balanceMicros: 5 })
    return {
      opened: await now(),
      now,
      save: (form, opened) => client().trunks.setMoney(sent({ ...form, id, opened })),
      theirs: { rates: rates(2) },
      mine: { balanceMicros: 7 },
    }
  },
  'numbers of an agent': async () => {
    const [agent] = await client().agents.list()
    const id = agent?.id as number
    const [one, other] = (await client().numbers.list()).map(number => number.id)
    const now = async () => ({ numbers: (await client().agents.get({ id })).numbers })
    return {
      opened: await now(),
      now,
      save: (form, opened) => client().agents.setNumbers(sent({ ...form, id, opened })),
      theirs: { numbers: [one] },
      mine: { numbers: [other] },
    }
  },
  trunk: async () => {
    const values: TrunkForm = {
      name: 'Shared',
      host: '192.0.2.9',
      port: 5060,
      user: '',
      register: false,
      numberFormat: 'e164_plus',
      maxCalls: 10,
    }
    const { id } = await client().trunks.create(values)
    const now = async () => (await client().trunks.list()).find(trunk => trunk.id === id) ?? {}
    const save: Form['save'] = (form, opened) => client().trunks.update(sent({ ...form, id, opened }))
    return { opened: values, save, now, theirs: { maxCalls: 9 }, mine: { port: 5061 } }
  },
}

test.each(Object.keys(forms))(
  'campaigns.md 10.21: %s saved in two windows: the second is refused with what changed, nothing of it is kept, and it may be saved over what it was shown',
  async kind => {
    const { opened, save, now, theirs, mine } = await (forms[kind] as () => Promise<Form>)()
    await save({ ...opened, ...theirs }, opened)
    const [field = ''] = Object.keys(theirs)
    const [own = ''] = Object.keys(mine)
    const values = { ...opened, ...mine }
    const refusal = await refusalOf(save(values, opened))
    expect(refusal).toMatchObject({
      code: 'changed_meanwhile',
      what: expect.stringMatching(/^Somebody else .* Nothing of yours was saved yet\.$/),
      changed: [{ field, theirs: Object.values(theirs)[0] }],
    })
    expect('yours' in (refusal?.changed?.[0] ?? {})).toBe(field === own)
    expect(await now()).toMatchObject({ ...opened, ...theirs })
    await save({ ...opened, ...theirs, ...mine }, { ...opened, ...theirs })
    expect(await now()).toMatchObject({ ...opened, ...theirs, ...mine })
  },
)
