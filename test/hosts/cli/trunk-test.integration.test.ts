import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { E164 } from '../../../src-main/domain/ids.ts'
import { trunkDefaults } from '../../../src-main/domain/trunk.ts'
import { openStore } from '../../../src-main/store/open-store.ts'
import { saveNumber } from '../../../src-main/store/save-number.ts'
import { createTrunk } from '../../../src-main/store/save-trunk.ts'
import { trunkline } from '../start-trunkline.mjs'
import { tempDir } from '../temp-dir.ts'
import { aCarrier } from './a-carrier.ts'
import { aNumber, answerOf } from './a-run.ts'

/** A workspace with the trunk “Main line” and one number. */
async function aWorkspace(port: number): Promise<string> {
  const data = tempDir()
  const store = await openStore({ file: join(data, 'workspace.db'), now: Date.now })
  if ('refused' in store) throw new Error(store.message)
  await store.write(async tx => {
    const settings = { ...trunkDefaults, host: '127.0.0.1', port }
    await createTrunk(tx, { name: 'Main line', settings, secretRef: null }, Date.now())
    await saveNumber(tx, { e164: aNumber(0) as E164, name: '' }, Date.now())
  })
  await store.close()
  return data
}

test('telephony.md 1: `trunk test` places a test call from the command line, in the words of the window', async () => {
  const carrier = await aCarrier()
  const data = await aWorkspace(carrier.port)
  const shown = ['--data', data, '--caller-id', aNumber(0)]
  const well = await trunkline('trunk', 'test', 'main LINE', ...shown, '--call', aNumber(110), '--json')
  expect(answerOf(well).steps.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([])
  expect([well.code, answerOf(well).steps.at(-1)]).toMatchObject([0, { layer: 'sound', ok: true }])
  const busy = await trunkline('trunk', 'test', 'Main line', ...shown, '--call', aNumber(101))
  expect(busy.code).toBe(7)
  expect(busy.out.trim().split('\n').at(-1)).toMatch(/^✘ Call: The line is busy \(486\)/)
  const never = await trunkline('trunk', 'test', 'Main line', ...shown, '--call', '+4930112')
  expect([never.code, never.out]).toEqual([7, ''])
  expect(never.err).toMatch(/which is never called.*Nobody was called\.$/m)
  expect(carrier.ledger().map(({ number }) => number)).toEqual([aNumber(110), aNumber(101)])
  const layers = await trunkline('trunk', 'test', 'Main line', '--data', data)
  expect([layers.code, layers.out.trim().split('\n').at(-1)]).toEqual([0, '✔ Ready: Ready for calls.'])
  expect((await trunkline('trunk', 'test', 'Other', '--data', data)).code).toBe(2)
})
