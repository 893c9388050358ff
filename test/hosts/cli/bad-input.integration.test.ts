import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { trunkline } from '../start-trunkline.mjs'
import { tempDir } from '../temp-dir.ts'
import { aList, answerOf, aRun, expectWholeness } from './a-run.ts'

const noTrunk = 9

interface Bad {
  readonly what: string
  readonly says: string | RegExp
  readonly code?: number
  readonly content?: string | Buffer
  readonly args?: readonly string[]
}

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const files: readonly Bad[] = [
  { what: 'is missing', says: 'FILE: There is no such file.' },
  { what: 'is empty', content: '', says: 'FILE: Line 1: the file is empty.' },
  {
    what: 'is a picture',
    content: png,
    says: 'FILE: Line 1: the file is a PNG picture. Save the table as CSV or Excel and choose it again.',
  },
  {
    what: 'has a heading only',
    content: 'phone_number\n',
    says: 'FILE: Line 1: there is a heading only, and no row below it.',
  },
  {
    what: 'has no column of numbers',
    content: 'name,city\nAnna,Berlin\n',
    says: 'FILE: no column is called phone_number; its columns are name, city.',
  },
  {
    what: 'has no number that can be called',
    content: 'phone_number,contact_name\nabc,Anna\n12,Bert\n',
    says: 'FILE: no row has a number that can be called. Line 2: No digits.',
  },
]

const options: readonly Bad[] = [
  {
    what: 'a trunk that is no SIP address',
    args: ['--trunk', 'sip:desk:geheim@'],
    says: '--trunk: “sip:desk:…@” is no trunk address. It looks like sip:user:password@host:port;transport=udp.',
  },
  {
    what: 'a caller ID that is no number',
    args: ['--caller-id', '12345'],
    says: '--caller-id: “12345” is not a telephone number. Write it with + and country code.',
  },
  {
    what: 'a country that does not exist',
    args: ['--country', 'XX'],
    says: '--country: “XX” is no country. Write its two letters, like DE.',
  },
  {
    what: 'no call hours on a trunk elsewhere',
    args: ['--trunk', 'sip:192.0.2.1'],
    says: '--any-time holds for trunks on this computer only, and 192.0.2.1 is not.',
  },
]

test('a file nobody can be called from is named with its fault; the workspace is not even made', async () => {
  const data = join(tempDir(), 'never')
  await Promise.all(
    files.map(async ({ what, content, says }) => {
      const contacts = join(tempDir(), `${what}.csv`)
      if (content !== undefined) writeFileSync(contacts, content)
      const { code, out, err } = await trunkline(...aRun({ data, contacts, trunk: noTrunk }))
      const message = `${String(says).replace('FILE', contacts)} Nobody was called.`
      expect([what, code, JSON.parse(out), err]).toEqual([
        what,
        2,
        { error: { code: 'usage', message } },
        `${message}\n`,
      ])
    }),
  )
  const folder = tempDir()
  const onFolder = await trunkline(...aRun({ data, contacts: folder, trunk: noTrunk }))
  expect([onFolder.code, onFolder.err]).toEqual([
    2,
    `${folder}: It is a folder, not a file. Choose the file in it. Nobody was called.\n`,
  ])
  expect(existsSync(data)).toBe(false)
})

test('a value that makes no sense is named; a password in it is not', async () => {
  const data = join(tempDir(), 'never')
  const contacts = aList(9)
  await Promise.all(
    options.map(async ({ what, args = [], says }) => {
      const { code, out, err } = await trunkline(...aRun({ data, contacts, trunk: noTrunk }, ...args))
      const message = `${says} Nobody was called.`
      expect([what, code, JSON.parse(out), err]).toEqual([
        what,
        2,
        { error: { code: 'usage', message } },
        `${message}\n`,
      ])
    }),
  )
  expect(existsSync(data)).toBe(false)
})

test('a trunk whose name leads nowhere is said before anything is written', async () => {
  const data = join(tempDir(), 'never')
  const run = aRun({ data, contacts: aList(9), trunk: 'sip:no-such-host.invalid' })
  const { code, err } = await trunkline(...run.filter(word => word !== '--any-time'))
  expect([code, err]).toEqual([
    7,
    'The name "no-such-host.invalid" leads to no IPv4 address: check how it is written, and whether this computer can reach a name server. Nobody was called.\n',
  ])
  expect(existsSync(data)).toBe(false)
})

test('an agent that does not exist is answered with those that do, and no campaign is made', async () => {
  const data = tempDir()
  const { code, err } = await trunkline(
    ...aRun({ data, contacts: aList(9), trunk: noTrunk }, '--agent', 'Nobody'),
  )
  expect([code, err]).toEqual([
    2,
    'There is no agent “Nobody”. There are reminder, survey, notification. Nobody was called.\n',
  ])
  expect(await expectWholeness(data)).toEqual({ campaigns: [], leads: [], calls: [], contacts: 0 })
})

test('options that are wrong or missing: one sentence, exit code 2, and JSON for programs', async () => {
  const [unknown, missing, range, command] = await Promise.all([
    trunkline('rehearse', '--nope'),
    trunkline('campaign', 'run', '--contacts', 'x.csv', '--json'),
    trunkline('rehearse', '--contacts', '0'),
    trunkline('campain'),
  ])
  const hint = '(--help after the command lists its options)\n'
  expect(unknown).toEqual({ code: 2, out: '', err: `error: unknown option '--nope'\n${hint}` })
  const why = "required option '--trunk <uri>' not specified"
  expect([missing.code, answerOf(missing), missing.err]).toEqual([
    2,
    { error: { code: 'usage', message: why } },
    `error: ${why}\n${hint}`,
  ])
  expect([range.code, range.err]).toEqual([
    2,
    `error: option '--contacts <count>' argument '0' is invalid. It is a whole number from 1 to 6450.\n${hint}`,
  ])
  expect([command.code, command.err]).toEqual([
    2,
    expect.stringContaining("unknown command 'campain'\n(Did you mean campaign?)"),
  ])
})

test('help names every command and option, on stdout, with exit code 0', async () => {
  const [program, rehearse, run] = await Promise.all([
    trunkline('--help'),
    trunkline('rehearse', '--help'),
    trunkline('campaign', 'run', '--help'),
  ])
  for (const { code, err } of [program, rehearse, run]) expect([code, err]).toEqual([0, ''])
  for (const command of ['start', 'console', 'console-link', 'stop-all', 'doctor', 'rehearse', 'campaign'])
    expect(program.out).toMatch(new RegExp(`^  ${command} `, 'm'))
  for (const option of ['contacts', 'concurrency', 'seed', 'speed', 'max-retries', 'record', 'json'])
    expect(rehearse.out).toMatch(new RegExp(`^  --${option}\\b`, 'm'))
  for (const option of ['contacts', 'trunk', 'caller-id', 'agent', 'concurrency', 'ring', 'wait', 'any-time'])
    expect(run.out).toMatch(new RegExp(`^  --${option}\\b`, 'm'))
})
