import { appendFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startTrunkline, trunkline } from '../start-trunkline.mjs'
import { tempDir } from '../temp-dir.ts'
import { aCarrier } from './a-carrier.ts'
import { aList, answerOf, aRun, expectWholeness } from './a-run.ts'

test('a second run in the same workspace takes a free name, the same trunk and agent, and calls its own list only', async () => {
  const carrier = await aCarrier()
  const data = tempDir()
  const trunk = carrier.port
  const first = await trunkline(...aRun({ data, contacts: aList(1, 4), trunk }, '--name', 'Spring'))
  expect([first.code, answerOf(first).campaign]).toEqual([0, 'Spring'])
  const args = aRun({ data, contacts: aList(1, 101), trunk }, '--name', 'Spring')
  const second = await trunkline(...args.filter(word => word !== '--json'))
  expect(second).toEqual({
    code: 0,
    out: `“Spring 2” in ${data}\n\nCalls\n  busy  2\n\nContacts\n  no answer  2\n`,
    err: '',
  })
  const { campaigns, contacts, calls } = await expectWholeness(data)
  expect(campaigns).toEqual([
    { name: 'Spring', state: 'completed' },
    { name: 'Spring 2', state: 'completed' },
  ])
  expect([contacts, calls.length]).toEqual([3, 4])
})

test('for people: a table of calls and contacts, and the lines that were left out', async () => {
  const carrier = await aCarrier()
  const data = tempDir()
  const contacts = aList(1, 4, 101, 201)
  appendFileSync(contacts, 'nonsense,Nobody,never\n')
  const args = aRun({ data, contacts, trunk: carrier.port }, '--name', 'Spring', '--concurrency', '4')
  const said = await trunkline(...args.filter(word => word !== '--json'))
  expect(said).toEqual({
    code: 0,
    out: `“Spring” in ${data}\n\nCalls\n  busy     3\n  invalid  1\n\nContacts\n  failed     1\n  no answer  3\n`,
    err: 'Line 6 was left out: Letters in the number.\n',
  })
})

/** A zone of this planet where it is three in the morning. */
const whereItIsNight = (now: Date): string => {
  const behind = (now.getUTCHours() - 3 + 24) % 24
  return behind <= 12 ? `Etc/GMT+${behind}` : `Etc/GMT-${24 - behind}`
}

test('outside the call hours nobody is called, and the run does not wait for the morning', async () => {
  const carrier = await aCarrier()
  const data = tempDir()
  const args = aRun({ data, contacts: aList(1), trunk: carrier.port }).filter(word => word !== '--any-time')
  const { said, ended } = await startTrunkline(args, { TZ: whereItIsNight(new Date()) })
  expect(await ended).toBe(7)
  expect(answerOf(said).end).toEqual({
    is: 'waiting',
    why: expect.stringMatching(/^Outside call hours, next opens .*09:00/),
  })
  expect(carrier.ledger()).toEqual([])
  const { campaigns, leads } = await expectWholeness(data)
  expect([campaigns, leads]).toMatchObject([[{ state: 'paused' }], [{ status: 'pending', attempts: 0 }]])
})
