import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { createMediaPool } from '../../src-main/telephony/media/create-media-pool.ts'
import { createCarrier } from '../../src-main/telephony/practice/create-carrier.ts'
import { anOrder, aTrunk, openDialer, openMedia, send } from './open-exchange.ts'

test('when the audio worker dies its calls are ended as failed for their media, and the next call has audio again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lost-'))
  const sound = await openMedia()
  const carrier = await createCarrier({
    host: '127.0.0.1',
    port: 0,
    seed: 1,
    speed: 20,
    media: sound,
    now: Date.now,
    t1Ms: 100,
  })
  const media = await createMediaPool({
    workerPath: join(import.meta.dirname, 'mortal-worker.ts'),
    workers: 1,
    ports: { from: 30_000, to: 39_999 },
    localHost: '127.0.0.1',
  })
  const dialer = openDialer(media, folder)
  const place = async (to: string) => {
    const order = anOrder({ to, record: true })
    const prepared = await dialer.prepare(order)
    if ('refused' in prepared) throw new Error(prepared.message)
    return send(order, prepared)
  }
  try {
    await dialer.applyTrunk(aTrunk(carrier.port))
    const [talking, ringing] = await Promise.all([place('+493050000009'), place('+493050000002')])
    expect(await talking.ended).toMatchObject({
      result: 'failed',
      failure: 'media',
      mayHaveRung: true,
      hungUpBy: 'network',
    })
    expect(await ringing.ended).toMatchObject({ result: 'failed', failure: 'media', mayHaveRung: true })
    await vi.waitFor(() =>
      expect(
        carrier
          .ledger()
          .map(entry => entry.endedBy)
          .toSorted(),
      ).toEqual(['caller', 'cancel']),
    )
    const next = await vi.waitFor(() => place('+493050000008'), 5_000)
    expect((await next.ended).media?.heardMs).toBeGreaterThan(0)
  } finally {
    await dialer.close()
    await carrier.close()
    await media.close()
    await sound.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
