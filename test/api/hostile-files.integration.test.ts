import { beforeAll, describe, expect, test } from 'vitest'
import { readyMadeAgents } from '../../src-main/domain/ready-made-agents.ts'
import { aDraft, anApi, refusalOf } from '../make/api.ts'

const api = anApi({ demo: true })
const good = { flow: '', campaign: '', workspace: '' }

beforeAll(async () => {
  const [agent] = await api.client.agents.list()
  const { id } = await aDraft(api, { name: 'Given' })
  good.flow = (await api.client.agents.exportFlow({ id: agent?.id as never })).text
  good.campaign = (await api.client.campaigns.exportConfiguration({ id })).text
  good.workspace = (await api.client.configuration.export()).text
})

const readers = {
  flow: (text: string) => api.client.agents.readFlow({ text }),
  campaign: (text: string) => api.client.campaigns.importConfiguration({ text }),
  workspace: (text: string) => api.client.configuration.import({ text }),
} as const
type Kind = keyof typeof readers

const nested = (depth: number, open = '[', close = ']') => `${open.repeat(depth)}${close.repeat(depth)}`

/** What anybody might hand over instead of what was exported. */
const awkward: Readonly<Record<string, (text: string) => string>> = {
  nothing: () => '',
  'a null': () => 'null',
  'a list': () => '[]',
  'half of it': text => text.slice(0, text.length / 2),
  'a page of the web': () => '<!doctype html><title>Trunkline</title>',
  'a null byte': text => text.replace('{', '{\0'),
  'a list in a list, a hundred thousand deep': () => nested(100_000),
  'a group in a group, a hundred thousand deep': () => nested(100_000, '{"a":', '}').replace(':}', ':1}'),
  'ten million letters': () => JSON.stringify({ format: 'x'.repeat(10_000_000) }),
  'two hundred thousand unknown names': () =>
    JSON.stringify(Object.fromEntries(Array.from({ length: 200_000 }, (_, at) => [`k${at}`, at]))),
  'the prototype of everything': () =>
    '{"__proto__":{"format":"trunkline-flow"},"constructor":{"prototype":1}}',
  'a later version': text => text.replace('"version": 1', '"version": 2'),
  'another format': text => text.replace(/"format": "[^"]+"/, '"format": "somebody-elses"'),
}

describe.each(Object.keys(readers) as Kind[])('agents.md 2, desktop.md 5: a file for a %s', kind => {
  test.each(Object.keys(awkward))('that is %s is refused: what, where, what now', async name => {
    const refusal = await refusalOf(readers[kind](awkward[name]?.(good[kind]) ?? ''))
    expect(refusal?.what).toMatch(/\S.*\.$/s)
    expect(refusal?.what.length).toBeLessThan(400)
    expect(refusal?.cure).toMatch(/\S.*\.$/)
    expect(refusal?.problems?.length ?? 0).toBeLessThanOrEqual(100)
  })
})

/** One value of what was exported, replaced: by path, with the field that must be named. */
const faults: readonly (readonly [Kind, path: string, value: unknown, field: string])[] = [
  ['flow', 'flow.start', 7, 'flow.start'],
  ['flow', 'flow.steps', [], 'flow.steps'],
  ['flow', 'flow.steps.hello', { do: 'fly', next: 'hello' }, 'flow.steps.hello.do'],
  ['flow', 'flow.steps.hello', { do: 'say', text: 'Hello', next: 'bye', evil: 1 }, 'flow.steps.hello.evil'],
  ['flow', 'flow.steps.hello', { do: 'say', text: 'x'.repeat(2_001), next: '' }, 'flow.steps.hello.text'],
  ['flow', 'flow.maxCallSeconds', 'soon', 'flow.maxCallSeconds'],
  ['flow', 'flow.maxCallSeconds', 1e308, 'flow.maxCallSeconds'],
  ['campaign', 'settings.maxRetries', '3', 'settings.maxRetries'],
  ['campaign', 'settings.maxRetries', -1, 'settings.maxRetries'],
  ['campaign', 'settings.callsPerMoon', 1, 'settings.callsPerMoon'],
  ['campaign', 'schedule.zone', 'Moon/Crater', 'schedule.zone'],
  ['campaign', 'schedule.windows', { someday: [] }, 'schedule.windows.someday'],
  ['campaign', 'numbers', 'all', 'numbers'],
  ['workspace', 'trunks', [{ name: 'x' }], 'trunks.0.host'],
  ['workspace', 'agents', [{ name: 'x', purpose: '', flow: {} }], 'agents.0.flow.start'],
  ['workspace', 'agents', [{ name: 'x', purpose: '', flow: { steps: null } }], 'agents.0.flow.start'],
  ['workspace', 'settings', { caps: { concurrentCalls: 0 } }, 'settings.caps.concurrentCalls'],
]

test.each(faults)(
  'agents.md 2, desktop.md 5: in the file for a %s a wrong %s is refused with its place',
  async (kind, path, value, field) => {
    const refusal = await refusalOf(readers[kind](replaced(good[kind], path, value)))
    expect(refusal?.problems?.map(problem => problem.field)).toContain(field)
    expect(refusal?.cure).not.toBe('')
  },
)

test('a flow whose steps lead in a circle without a word is read, and its fault is told before it is published', async () => {
  const steps = { a: branch('b'), b: branch('a') }
  const text = JSON.stringify({
    format: 'trunkline-flow',
    version: 1,
    name: 'Round',
    flow: { start: 'a', steps, maxCallSeconds: 60 },
  })
  const { flow } = await api.client.agents.readFlow({ text })
  const { id } = await api.client.agents.create({ name: 'Round', from: readyMadeAgents[0] })
  const { draft } = await api.client.agents.get({ id })
  const { revision } = await api.client.agents.saveDraft({ id, revision: draft.revision, flow })
  const refusal = await refusalOf(api.client.agents.publish({ id, revision }))
  expect(refusal?.what).toMatch(/\S/)
  await api.client.agents.remove({ id })
})

test('a campaign that cannot be taken is left out with the reason; what is beside it comes', async () => {
  const written = replaced(good.workspace, 'campaigns', [{ name: 'Deep' }])
  const text = written.replace('{"name":"Deep"}', `{"name":"Deep","deep":${nested(50_000)}}`)
  const { leftOut } = await api.client.configuration.import({ text })
  expect(leftOut.map(({ part, name }) => [part, name])).toEqual([['campaign', 'Deep']])
  expect(leftOut[0]?.why).toMatch(/format/)
})

test('after all that the workspace is as it was', async () => {
  expect((await api.client.campaigns.list()).map(({ name }) => name)).toEqual([
    'Given',
    'Appointment reminders (demo)',
  ])
  expect(({} as Record<string, unknown>).format).toBeUndefined()
})

const branch = (next: string) => ({ do: 'branch', on: 'x', cases: [], otherwise: next })

function replaced(text: string, path: string, value: unknown): string {
  const whole = JSON.parse(text) as Record<string, unknown>
  const names = path.split('.')
  const last = names.pop() ?? ''
  const group = names.reduce((at, name) => at[name] as Record<string, unknown>, whole)
  group[last] = value
  return JSON.stringify(whole)
}
