import { expect, test } from 'vitest'
import { until } from '../../peers/programs.ts'
import { startTrunkline, trunkline } from '../start-trunkline.mjs'
import { tempDir } from '../temp-dir.ts'
import { aCarrier } from './a-carrier.ts'
import { aList, answerOf, aRun, expectWholeness } from './a-run.ts'

test('desktop.md, 1: a campaign that runs is looked at, paused, resumed and paused again from another shell', async () => {
  const carrier = await aCarrier()
  const data = tempDir()
  // They pick up and listen without a word.
  const contacts = aList(109, 209, 309, 409)
  const args = aRun({ data, contacts, trunk: carrier.port }, '--name', 'Spring', '--concurrency', '2')
  const run = await startTrunkline(args)
  const up = () =>
    carrier.ledger().filter(({ answeredAt, endedAt }) => answeredAt !== null && endedAt === null)
  await until('two people have picked up', () => up().length === 2, 30_000)
  const command = (...words: readonly string[]) => trunkline('campaign', ...words, '--data', data, '--json')

  const looked = await command('status', 'SPRING')
  expect(looked.code).toBe(0)
  expect(answerOf(looked)).toMatchObject({
    ...{ campaign: 'Spring', state: 'running', why: '', run: 1, contacts: 4, finished: 0 },
    byStatus: { in_call: 2, pending: 2 },
    engine: { activeCalls: 2, holds: [expect.stringContaining('2')] },
  })

  const paused = await command('pause', 'Spring')
  expect([paused.code, answerOf(paused)]).toEqual([
    0,
    { campaign: 'Spring', state: 'draining', activeCalls: 2 },
  ])
  const again = await command('pause', 'Spring')
  expect(again.code).toBe(7)
  expect(answerOf(again).error.message).toMatch(/^A campaign that is draining cannot pause\. It can resume, /)
  expect(answerOf(await command('resume', 'Spring'))).toMatchObject({ state: 'running' })

  expect((await command('pause', 'Spring', '--hang-up')).code).toBe(0)
  expect(await run.ended).toBe(7)
  await expectWholeness(data)
  expect(up()).toEqual([])

  const rests = await trunkline('campaign', 'status', 'Spring', '--data', data)
  expect(rests.code).toBe(0)
  expect(rests.out).toMatch(/^“Spring” is paused: by hand\n/)
  expect(rests.out).toMatch(/Nothing runs on this workspace, so nobody is called\.\n$/)
  expect((await trunkline('campaign', 'status', '--data', data)).out).toBe(
    'Spring  paused  2 of 4 contacts\n',
  )
  const late = await command('resume', 'Spring')
  expect([late.code, answerOf(late).error.code]).toEqual([6, 'notRunning'])
  const unknown = await command('pause', 'Sprung')
  expect([unknown.code, answerOf(unknown).error.message]).toEqual([
    2,
    `There is no campaign “Sprung” in ${data}. The nearest: “Spring”.`,
  ])
})
