import { beforeAll, expect, test } from 'vitest'
import { contract } from '../../src-main/contract/contract.ts'
import { aDraft, anApi } from '../make/api.ts'

const api = anApi({ demo: true })

beforeAll(async () => {
  await aDraft(api, { name: 'Bystander' })
})

/** Answers that a program may give: a bug is none of them. */
const expected = new Set(['REFUSED', 'NOT_FOUND'])

const nobody = 2 ** 31
const garbage: readonly unknown[] = [
  undefined,
  null,
  '',
  [],
  {},
  { id: null },
  { id: -1 },
  { id: 1.5 },
  { id: 2 ** 53 },
  { id: '1; DROP TABLE leads' },
  { id: nobody },
  {
    id: nobody,
    revision: 1,
    change: {},
    choices: {},
    move: 'pause',
    withContacts: true,
    typedName: '',
    eraseCalls: true,
  },
  {
    id: nobody,
    hangUp: true,
    name: '\u0000',
    zone: '',
    windows: {},
    holidays: null,
    closedDays: [],
    revision: 1,
  },
  {
    lead: nobody,
    campaign: nobody,
    contact: nobody,
    number: nobody,
    numbers: [nobody],
    offset: -1,
    limit: 10 ** 9,
  },
  { campaign: nobody, to: { lead: nobody }, limit: 5, before: -1 },
  { text: '\ud800', country: 'DE', region: '__proto__', zone: 'Europe/Berlin' },
  { profile: '__proto__', reason: 'a reason that is long enough' },
  JSON.parse('{"__proto__": {"id": 1}, "constructor": {"prototype": 1}}'),
]

const groups = Object.entries(contract).flatMap(([group, procedures]) =>
  Object.keys(procedures).map(name => [group, name] as const),
)

test.each(groups)('%s.%s answers garbage in words, or as if nothing was asked', async (group, name) => {
  const client = api.client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  for (const input of garbage) {
    const end = await Promise.resolve(client[group]?.[name]?.(input)).then(leave, error =>
      String(error?.code ?? error),
    )
    if (end !== 'answered') expect(expected, `${JSON.stringify(input)}: ${end}`).toContain(end)
  }
})

test('after all that the workspace is as it was', async () => {
  const names = (await api.client.campaigns.list()).map(({ name }) => name)
  expect(names).toEqual(['Bystander', 'Appointment reminders (demo)'])
  expect((await api.client.compliance.profiles()).every(({ off }) => off === null)).toBe(true)
})

/** A live view is left after its first snapshot; an error there is an answer like any other. */
async function leave(answer: unknown): Promise<string> {
  if (typeof answer !== 'object' || answer === null || !(Symbol.asyncIterator in answer)) return 'answered'
  const view = answer as unknown as AsyncIterator<unknown>
  return view.next().then(
    async () => {
      await view.return?.()
      return 'answered'
    },
    error => String(error?.code ?? error),
  )
}
