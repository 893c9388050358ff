import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createMediaPool } from '../../src-main/telephony/media/create-media-pool.ts'
import type { LegFigures, MediaLeg, MediaPool } from '../../src-main/telephony/media/media-pool.ts'
import { tone } from '../../src-main/telephony/media/tones.ts'

/**
 * Two-way G.711 with speech and key detection: pairs of legs that talk to each other over loopback. Each leg is what
 * one call costs. `--pairs 50 --seconds 10 --workers 1 --record --json`
 */
const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '10' },
    workers: { type: 'string', default: '1' },
    record: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const pairs = Number(values.pairs)
const seconds = Number(values.seconds)
const workerPath = fileURLToPath(new URL('../../src-main/telephony/media/worker.ts', import.meta.url))

const passed = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

async function openPair(
  pool: MediaPool,
  folder: string | null,
  number: number,
): Promise<readonly MediaLeg[]> {
  const legs: MediaLeg[] = []
  for (const side of ['a', 'b']) {
    const record = folder === null ? null : join(folder, `${number}${side}.wav`)
    const leg = await pool.open({ record, onEvent: () => {} })
    if ('refused' in leg) throw new Error(leg.refused)
    legs.push(leg)
  }
  const [a, b] = legs as [MediaLeg, MediaLeg]
  a.connect({ host: '127.0.0.1', port: b.localPort, codec: 'PCMA', telephoneEvent: 101 })
  b.connect({ host: '127.0.0.1', port: a.localPort, codec: 'PCMA', telephoneEvent: 101 })
  for (const leg of legs) leg.play('talk')
  return legs
}

async function measure(pool: MediaPool, folder: string | null) {
  await pool.load('talk', tone([440, 620], seconds * 1000 + 5000))
  const legs: MediaLeg[] = []
  for (let number = 0; number < pairs; number++) legs.push(...(await openPair(pool, folder, number)))
  await passed(1000)
  const before = process.cpuUsage()
  const began = performance.now()
  await passed(seconds * 1000)
  const used = process.cpuUsage(before)
  const callSeconds = (legs.length * (performance.now() - began)) / 1000
  const { pacingP99Ms } = pool.health()
  return { figures: await Promise.all(legs.map(leg => leg.close())), used, callSeconds, pacingP99Ms }
}

const folder = values.record ? await mkdtemp(join(tmpdir(), 'bench-media-')) : null
const pool = await createMediaPool({
  workerPath,
  workers: Number(values.workers),
  ports: { from: 10_000, to: 29_999 },
  localHost: '127.0.0.1',
})
const { figures, used, callSeconds, pacingP99Ms } = await measure(pool, folder)
await pool.close()
if (folder !== null) await rm(folder, { recursive: true })

const sum = (pick: (leg: LegFigures) => number) => figures.reduce((total, leg) => total + pick(leg), 0)
const result = {
  legs: figures.length,
  seconds,
  workers: Number(values.workers),
  recorded: values.record,
  cpuMsPerCallSecond: Math.round((used.user + used.system) / 10 / callSeconds) / 100,
  pacingP99Ms,
  sent: sum(leg => leg.sent),
  lost: sum(leg => leg.lost),
  late: sum(leg => leg.dropped.late),
}
if (values.json) console.log(JSON.stringify(result))
else console.table([result])
