import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TrunkDialer } from '../../src-main/dialer/create-dialer.ts'
import type { TrunkConfig } from '../../src-main/dialer/trunk-config.ts'
import type { TrunkId } from '../../src-main/domain/ids.ts'
import { trunkDefaults } from '../../src-main/domain/trunk.ts'
import type { MediaPool } from '../../src-main/telephony/media/media-pool.ts'
import { tone } from '../../src-main/telephony/practice/callee-sounds.ts'
import { aTestCall } from '../dialer/a-test-call.ts'
import { anOrder, openDialer, openMedia, send } from '../dialer/open-exchange.ts'
import { AGENT_HERTZ } from '../dialer/tone-speech.ts'
import { frequencyShare, onset, readWav } from '../telephony/media/hearing.ts'
import { missingPrograms, until } from './programs.ts'
import { type Baresip, startBaresip } from './start-baresip.ts'
import { type Kamailio, startKamailio } from './start-kamailio.ts'
import { readMono, wavFile } from './wav-file.ts'

const PERSON_HERTZ = 440

const halfSecondOf = (samples: Int16Array): Int16Array =>
  samples.slice(onset(samples), onset(samples) + 4_000)
/** libsndfile writes its header at the end. */
const isWhole = (path: string): boolean => readMono(path).length > 8_000

describe.skipIf(missingPrograms('kamailio', 'baresip'))(
  'through a proxy that asks for a password, to a telephone',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'peers-'))
    let telephone: Baresip
    let proxy: Kamailio
    let media: MediaPool
    let dialer: TrunkDialer

    beforeAll(async () => {
      const hello = join(folder, 'hello.wav')
      writeFileSync(hello, wavFile(tone(PERSON_HERTZ, 20_000)))
      telephone = await startBaresip(hello)
      proxy = await startKamailio({ password: 'right', callee: telephone })
      media = await openMedia()
      dialer = openDialer(media, folder)
    })
    afterAll(async () => {
      await dialer?.close()
      await media?.close()
      await proxy?.stop()
      await telephone?.stop()
      rmSync(folder, { recursive: true, force: true })
    })

    const trunk = (id: number, password: string, register = false): TrunkConfig => ({
      id: id as TrunkId,
      name: 'Kamailio',
      settings: { ...trunkDefaults, host: '127.0.0.1', port: proxy.port, user: 'desk', register },
      password,
    })

    const call = async (id: number) => {
      const order = anOrder({ trunk: id as TrunkId, record: true })
      const prepared = await dialer.prepare(order)
      if ('refused' in prepared) throw new Error(prepared.message)
      return send(order, prepared)
    }

    test('a call is answered, both hear each other, the key arrives, the agent says goodbye', async () => {
      await dialer.applyTrunk(trunk(1, 'right'))
      const placed = await call(1)
      await placed.answered
      await new Promise(resolve => setTimeout(resolve, 2_500))
      await telephone.press('1')
      const outcome = await placed.ended
      expect(outcome).toMatchObject({ result: 'answered', hungUpBy: 'agent', sipCode: 200 })
      expect(outcome.conversation).toContainEqual(expect.objectContaining({ is: 'key_pressed', key: '1' }))
      expect(outcome.conversation).toContainEqual(
        expect.objectContaining({ is: 'goal', outcome: 'achieved' }),
      )
      expect(outcome.media?.heardMs).toBeGreaterThan(500)
      expect(outcome.media?.received).toBeGreaterThan(50)
      const { left: person } = readWav(readFileSync(join(folder, outcome.recording ?? '')))
      expect(frequencyShare(halfSecondOf(person), PERSON_HERTZ)).toBeGreaterThan(0.9)
      const heardThere = await until('baresip has closed its recording', () =>
        telephone.heard().find(isWhole),
      )
      expect(frequencyShare(halfSecondOf(readMono(heardThere)), AGENT_HERTZ)).toBeGreaterThan(0.9)
    })

    test('the person hangs up in the middle of the first sentence', async () => {
      await dialer.applyTrunk(trunk(1, 'right'))
      const placed = await call(1)
      await placed.answered
      await new Promise(resolve => setTimeout(resolve, 500))
      await telephone.hangUp()
      expect(await placed.ended).toMatchObject({
        result: 'no_conversation',
        hungUpBy: 'person',
        sipCode: 200,
      })
    })

    test('a wrong password fails by the credentials, and nobody is rung', async () => {
      await dialer.applyTrunk(trunk(2, 'wrong'))
      const outcome = await (await call(2)).ended
      expect(outcome).toMatchObject({ result: 'failed', failure: 'credentials', mayHaveRung: false })
    })

    test('the trunk registers, and its test says so', async () => {
      const steps = await dialer.testTrunk(trunk(3, 'right', true))
      expect(steps.filter(step => !step.ok)).toEqual([])
      const refused = await dialer.testTrunk(trunk(4, 'wrong', true))
      expect(refused.at(-1)).toMatchObject({
        layer: 'sign_in',
        ok: false,
        text: expect.stringContaining('password'),
      })
    })

    test('telephony.md 1: a test call to a telephone where somebody presses 1 proves codec and sound both ways', async () => {
      const pressed = Promise.withResolvers<void>()
      const steps = await dialer.testTrunk(
        trunk(5, 'right'),
        aTestCall('+493012345610', {
          tell: stage => {
            if (stage === 'answered')
              setTimeout(() => telephone.press('1').then(pressed.resolve, pressed.reject), 1_000)
          },
        }),
      )
      await pressed.promise
      expect(steps.filter(step => !step.ok)).toEqual([])
      expect(steps.map(({ layer }) => layer).slice(-3)).toEqual(['call', 'codec', 'sound'])
      const refused = await dialer.testTrunk(trunk(6, 'wrong'), aTestCall('+493012345610'))
      expect(refused.at(-1)).toMatchObject({
        layer: 'call',
        ok: false,
        text: expect.stringMatching(/refused user and password for the call \(40[17]\)/),
      })
    })
  },
)
