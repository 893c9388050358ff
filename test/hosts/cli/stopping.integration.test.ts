import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Carrier, LedgerEntry } from '../../../src-main/telephony/practice/carrier.ts'
import { until } from '../../peers/programs.ts'
import { startTrunkline, type Trunkline, trunkline } from '../start-trunkline.mjs'
import { tempDir } from '../temp-dir.ts'
import { aCarrier } from './a-carrier.ts'
import { aList, answerOf, aRun, expectWholeness, type Records } from './a-run.ts'

/** People who pick up and listen without a word, and people who press 1 when they have listened. */
const listeners = [109, 209, 309, 409] as const
const pressers = [110, 210, 310, 410] as const

interface Middle {
  readonly data: string
  readonly carrier: Carrier
  readonly run: Trunkline
}

/** A campaign with two calls at a time, of which the first two are answered. */
const aRunInTheMiddle = async (people: readonly number[]): Promise<Middle> => {
  const carrier = await aCarrier()
  const data = tempDir()
  const contacts = aList(...people)
  const run = await startTrunkline(aRun({ data, contacts, trunk: carrier.port }, '--concurrency', '2'))
  await twoAreUp(carrier)
  return { data, carrier, run }
}

const isUp = ({ answeredAt, endedAt }: LedgerEntry) => answeredAt !== null && endedAt === null
const twoAreUp = (carrier: Carrier) =>
  until('two people have picked up', () => carrier.ledger().filter(isUp).length === 2, 30_000)

const kept = 'The campaign is kept; go on with it in the console or the window.'

/** Two calls were made and ended, two people were not called at all, and the campaign can be gone on with. */
const expectPausedAfterTwo = async ({ data, carrier }: Middle): Promise<Records> => {
  const records = await expectWholeness(data)
  expect(records.campaigns).toMatchObject([{ state: 'paused' }])
  expect(records.leads.filter(({ status }) => status === 'pending')).toHaveLength(2)
  expect(records.calls).toHaveLength(2)
  expect(carrier.ledger()).toMatchObject([{ byeConfirmed: true }, { byeConfirmed: true }])
  return records
}

/** The run is killed; a console opens its workspace and calls the other two. */
const goOnInAConsole = async ({ data, carrier, run }: Middle, ...more: readonly string[]) => {
  run.child.kill('SIGKILL')
  await run.ended
  const console = await startTrunkline(['console', '--data', data, '--port', '0', '--json', ...more])
  await console.line(/^\{/)
  await until(
    'it has called the other two, and they have picked up',
    () => carrier.ledger().slice(2).filter(isUp).length === 2,
    30_000,
  )
  return console
}

test('stop-all --hang-up ends the calls of a run in another shell; the run ends with its reason', async () => {
  const middle = await aRunInTheMiddle(listeners)
  const { data, run } = middle
  const stopped = await trunkline('stop-all', '--hang-up', '--data', data, '--json')
  expect([stopped.code, answerOf(stopped).stopped]).toEqual([0, true])
  expect(await run.ended).toBe(7)
  expect(answerOf(run.said).end).toEqual({ is: 'paused', why: 'The campaign was paused from outside.' })
  expect(run.said.err).toBe(`The campaign was paused from outside. ${kept}\n`)
  const { calls } = await expectPausedAfterTwo(middle)
  expect(calls.map(call => call.hung_up_by)).toEqual(['supervisor', 'supervisor'])
})

test('stop-all without it, and Ctrl-C, let calls end by themselves; nobody else is called', async () => {
  const middles = await Promise.all([aRunInTheMiddle(pressers), aRunInTheMiddle(pressers)])
  const [first, second] = middles
  const stopped = await trunkline('stop-all', '--data', first.data)
  expect(stopped).toEqual({
    code: 0,
    out: 'Every campaign is paused. Calls still in progress: 2.\n',
    err: '',
  })
  second.run.child.kill('SIGINT')
  expect(await Promise.all(middles.map(({ run }) => run.ended))).toEqual([7, 7])
  expect(answerOf(first.run.said).end.is).toBe('paused')
  expect(answerOf(second.run.said).end.is).toBe('stopped')
  expect(second.run.said.err).toBe(
    `Stopping: 2 calls may end within 30 s. Ctrl-C ends them now.\nThe campaign was paused from outside. ${kept}\n`,
  )
  for (const middle of middles) {
    const { calls } = await expectPausedAfterTwo(middle)
    expect(calls).toMatchObject([{ result: 'answered' }, { result: 'answered' }])
  }
})

test('a second Ctrl-C ends the calls at both ends, and then the program', async () => {
  const middle = await aRunInTheMiddle(listeners)
  const { run } = middle
  run.child.kill('SIGINT')
  await until('it says so', () => run.said.err.includes('Stopping'))
  // Signals that come closer together are one Ctrl-C that was passed on.
  await sleep(1_600)
  run.child.kill('SIGINT')
  expect(await run.ended).toBe(130)
  await expectPausedAfterTwo(middle)
})

test('a killed run goes on in the console; stop-all and SIGTERM end it there', async () => {
  const middle = await aRunInTheMiddle(listeners)
  const { data, carrier } = middle
  const console = await goOnInAConsole(middle)
  const stopped = await trunkline('stop-all', '--hang-up', '--data', data, '--json')
  expect(stopped.code).toBe(0)
  await until('their calls are over', () => carrier.ledger().every(({ endedAt }) => endedAt !== null))
  console.child.kill('SIGTERM')
  expect(await console.ended).toBe(0)
  const { campaigns, calls } = await expectWholeness(data)
  expect(campaigns).toMatchObject([{ state: 'paused' }])
  expect(calls.map(({ result }) => result === 'interrupted')).toEqual([true, true, false, false])
  expect(new Set(carrier.ledger().map(({ number }) => number)).size).toBe(4)
})

test('SIGTERM ends a console that is calling: the calls get their time, then they are ended', async () => {
  const middle = await aRunInTheMiddle(listeners)
  const console = await goOnInAConsole(middle, '--drain', '1')
  console.child.kill('SIGTERM')
  expect(await console.ended).toBe(0)
  expect(console.said.err).toContain('Stopping: 2 calls may end within 1 s. Ctrl-C ends them now.\n')
  expect(middle.carrier.ledger().filter(isUp)).toEqual([])
  expect((await expectWholeness(middle.data)).calls).toHaveLength(4)
})

test('a second Ctrl-C on a console ends its calls at both ends and leaves the campaign as it is', async () => {
  const middle = await aRunInTheMiddle(listeners)
  const console = await goOnInAConsole(middle)
  console.child.kill('SIGINT')
  await until('it says so', () => console.said.err.includes('Stopping'))
  await sleep(1_600)
  console.child.kill('SIGINT')
  expect(await console.ended).toBe(130)
  expect(middle.carrier.ledger().filter(isUp)).toEqual([])
  expect((await expectWholeness(middle.data)).calls).toHaveLength(4)
})
