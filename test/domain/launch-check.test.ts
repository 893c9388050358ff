import { expect, test } from 'vitest'
import { choicesProblem, launchDefaults } from '../../src-main/domain/launch.ts'
import { type LaunchFacts, missingForLaunch } from '../../src-main/domain/launch-check.ts'

const noon = Date.UTC(2026, 10, 23, 11)
const ready: LaunchFacts = {
  callableContacts: 1,
  agent: 'ready',
  numbers: { all: 2, usable: 1 },
  trunks: [{ name: 'Carrier', usable: true, why: '' }],
  everOpens: true,
  endsAt: null,
  keepLive: false,
}
const missing = (change: Partial<LaunchFacts>) => missingForLaunch({ ...ready, ...change }, noon)

test('§5, launching needs: with everything there it lacks nothing', () => expect(missing({})).toEqual([]))

test('§5, launching needs: everything that is missing is listed at once, each with where to mend it', () => {
  const all = missing({
    callableContacts: 0,
    agent: 'none',
    numbers: { all: 0, usable: 0 },
    trunks: [{ name: 'Carrier', usable: false, why: 'registration refused' }],
    everOpens: false,
    endsAt: noon - 1,
  })
  expect(all.map(({ need, mendIn }) => [need, mendIn])).toEqual([
    ['contacts', 'contacts'],
    ['agent', 'agent'],
    ['number', 'numbers'],
    ['trunk', 'trunk'],
    ['window', 'schedule'],
    ['end', 'schedule'],
  ])
  expect(all[3]?.text).toBe('The trunk cannot be used: registration refused')
})

test.each<[what: string, change: Partial<LaunchFacts>, text: string]>([
  ['an agent that is switched off', { agent: 'inactive' }, 'Its agent is switched off'],
  ['no agent', { agent: 'none' }, 'No agent with a published version'],
  [
    'numbers of which none is usable',
    { numbers: { all: 3, usable: 0 } },
    'None of its 3 caller numbers is usable: each is switched off or excluded',
  ],
  ['no trunk', { trunks: [] }, 'No trunk'],
  ['an end that is now', { endsAt: noon }, 'The end of the schedule has passed'],
])('§5, launching needs: %s is said as such', (_, change, text) =>
  expect(missing(change).map(need => need.text)).toEqual([text]),
)

test('§3, keep live: it needs no contact yet, and no end is enforced', () =>
  expect(missing({ callableContacts: 0, endsAt: noon - 1, keepLive: true })).toEqual([]))

test('§6, launch dialog: the defaults are a launch, and need no reason', () => {
  expect(launchDefaults.exclude).toMatchObject({
    refused: true,
    transferredSeconds: null,
    successful: true,
    openedLink: false,
    texted: false,
  })
  expect(choicesProblem(launchDefaults)).toBeNull()
})

test('§10 line 19, "Refused" switched off asks for a reason', () => {
  const exclude = { ...launchDefaults.exclude, refused: false }
  expect(choicesProblem({ ...launchDefaults, exclude })?.field).toBe('exclude.refusedOffBecause')
  const because = { ...exclude, refusedOffBecause: 'They signed up again' }
  expect(choicesProblem({ ...launchDefaults, exclude: because })).toBeNull()
})

test.each([
  ['testContacts', { testContacts: 0 }],
  ['testContacts', { testContacts: 1.5 }],
  ['exclude.transferredSeconds', { exclude: { ...launchDefaults.exclude, transferredSeconds: 30 as never } }],
])('§6, launch dialog: %s out of its values is refused', (field, change) =>
  expect(choicesProblem({ ...launchDefaults, ...change })?.field).toBe(field),
)
