import { expect, test } from 'vitest'
import type { Refusal } from '../../src-main/contract/values.ts'
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
