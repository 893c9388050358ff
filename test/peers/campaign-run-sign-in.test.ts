import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { tone } from '../../src-main/telephony/practice/callee-sounds.ts'
import { aList, answerOf, aRun, expectWholeness } from '../hosts/cli/a-run.ts'
import { callsAsShown } from '../hosts/cli/calls-as-shown.ts'
import { startTrunkline, trunkline } from '../hosts/start-trunkline.mjs'
import { tempDir } from '../hosts/temp-dir.ts'
import { frequencyShare, readWav } from '../telephony/media/hearing.ts'
import { missingPrograms, until } from './programs.ts'
import { startBaresip } from './start-baresip.ts'
import { startKamailio } from './start-kamailio.ts'
import { readMono, wavFile } from './wav-file.ts'

const PERSON_HERTZ = 440

/** A telephone behind a proxy that asks for a password. */
const aTelephoneBehindAProxy = async () => {
  const hello = join(tempDir(), 'hello.wav')
  writeFileSync(hello, wavFile(tone(PERSON_HERTZ, 20_000)))
  const telephone = await startBaresip(hello)
  onTestFinished(() => telephone.stop())
  const proxy = await startKamailio({ password: 'p@ss word', callee: telephone })
  onTestFinished(() => proxy.stop())
  return { telephone, port: proxy.port }
}

/** How long a voice is to be heard, in windows of 50 ms. */
const loudSeconds = (samples: Int16Array): number => {
  const windows = Array.from({ length: Math.floor(samples.length / 400) }, (_, at) =>
    samples.subarray(at * 400, (at + 1) * 400),
  )
  return windows.filter(window => window.some(sample => Math.abs(sample) > 1_000)).length / 20
}

const trunkUri = (password: string, port: number) =>
  `sip:desk:${encodeURIComponent(password)}@127.0.0.1:${port}`

describe.skipIf(missingPrograms('kamailio', 'baresip'))(
  'campaign run through a proxy with a password',
  () => {
    test('the person hears the agent, is heard, and presses 1: the goal is achieved', async () => {
      const { telephone, port } = await aTelephoneBehindAProxy()
      const data = tempDir()
      const trunk = trunkUri('p@ss word', port)
      const run = await startTrunkline(aRun({ data, contacts: aList(20), trunk }, '--record'))
      await until(
        'the telephone is in a call',
        () => /Call answered|Call established/.test(telephone.output()),
        30_000,
      )
      await new Promise(resolve => setTimeout(resolve, 4_000))
      await telephone.press('1')
      expect(await run.ended).toBe(0)
      expect(answerOf(run.said)).toMatchObject({
        byResult: { answered: 1 },
        byStatus: { completed: 1 },
        end: { is: 'completed' },
      })

      const records = await expectWholeness(data)
      expect(records.calls).toMatchObject([{ result: 'answered', sip_code: 200, hung_up_by: 'agent' }])
      const [call] = await callsAsShown(data)
      expect(call).toMatchObject({
        result: 'answered',
        goals: [{ name: 'Appointment confirmed', results: [{ source: 'flow', outcome: 'achieved' }] }],
        recorded: true,
      })
      expect(JSON.stringify(call?.transcript)).toContain('1')
      expect(call?.transcript.some(({ who }) => who === 'person')).toBe(true)
      expect(call?.trace.map(({ text }) => text).join('')).not.toContain('p@ss word')

      const [recording = ''] = readdirSync(join(data, 'recordings'))
      const { left: person, right: agent } = readWav(readFileSync(join(data, 'recordings', recording)))
      expect(frequencyShare(person, PERSON_HERTZ)).toBeGreaterThan(0.9)
      expect(loudSeconds(agent)).toBeGreaterThan(2)
      const heard = await until('baresip has closed its recording', () =>
        telephone.heard().find(path => readMono(path).length > 8_000),
      )
      expect(loudSeconds(readMono(heard))).toBeGreaterThan(2)
    })

    test('a wrong password: one sentence that names the trunk; nobody is rung, nobody loses an attempt', async () => {
      const { telephone, port } = await aTelephoneBehindAProxy()
      const data = tempDir()
      const run = aRun({ data, contacts: aList(20, 21, 22), trunk: trunkUri('wrong', port) })
      const { code, out, err } = await trunkline(...run)
      const why = `The trunk 127.0.0.1:${port} refused the call (407 Proxy Authentication Required): check its user and password.`
      expect([code, answerOf({ out }).end]).toEqual([7, { is: 'refused', why }])
      expect(err).toBe(`${why} The campaign is kept; go on with it in the console or the window.\n`)
      expect(out).not.toContain('wrong')
      const { campaigns, leads, calls } = await expectWholeness(data)
      expect(campaigns).toMatchObject([{ state: 'paused' }])
      expect(new Set(calls.map(call => call.failure))).toEqual(new Set(['credentials']))
      for (const { status, attempts } of leads) {
        expect(['pending', 'retry']).toContain(status)
        expect(attempts).toBe(0)
      }
      expect(telephone.output()).not.toMatch(/Incoming call/i)
    })
  },
)
