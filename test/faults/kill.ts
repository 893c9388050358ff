import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { judge } from '../../src-main/hosts/rehearsal/judge.ts'
import { createMediaPool } from '../../src-main/telephony/media/create-media-pool.ts'
import { createCarrier } from '../../src-main/telephony/practice/create-carrier.ts'
import { startLife } from './kill/life.ts'
import { makeWorkspace } from './kill/make-workspace.ts'
import { readEnd } from './kill/read-end.ts'
import { seededMoments } from './kill/seeded-moments.ts'

/**
 * Kills the engine with SIGKILL at random moments in the middle of a campaign, starts it again each time, lets the
 * last life run to the end, and asks the ledger of the practice carrier, which lives on in this process, who was
 * called. The engine is the built console, as a supervisor runs it.
 */
const { values: flags } = parseArgs({
  options: {
    times: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
})
const times = Number(flags.times)
const seed = Number(flags.seed)
if (!Number.isInteger(times) || times < 1 || !Number.isInteger(seed))
  throw new Error('--times and --seed are whole numbers, --times at least 1.')

const contacts = 60 + times * 7
const longestEndMs = 20 * 60_000
const began = Date.now()
const say = (line: string) => void process.stderr.write(`${line}\n`)

const dataDir = mkdtempSync(join(tmpdir(), 'trunkline-kill-'))
const media = await createMediaPool({
  workerPath: new URL('../../out/main/media-worker.js', import.meta.url).pathname,
  workers: 1,
  ports: { from: 30_000, to: 39_999 },
  localHost: '127.0.0.1',
})
const carrier = await createCarrier({ host: '127.0.0.1', port: 0, seed, speed: 5, media, now: Date.now })
let failed = true
try {
  await makeWorkspace(dataDir, carrier.port, contacts)
  const moment = seededMoments(seed)
  let kills = 0
  for (; kills < times; kills += 1) {
    const life = startLife(dataDir)
    await new Promise(resolve => setTimeout(resolve, moment()))
    await life.kill()
    if (readEnd(dataDir).state === 'completed') break
    if (!flags.json) say(`killed ${kills + 1} of ${times}, carrier called ${carrier.ledger().length} times`)
  }
  const last = startLife(dataDir)
  const restartedAt = Date.now()
  while (readEnd(dataDir).state !== 'completed' && Date.now() - restartedAt < longestEndMs)
    await new Promise(resolve => setTimeout(resolve, 1_000))
  await last.end()

  const { state, calls, leads } = readEnd(dataDir)
  const verdict = judge(carrier.ledger(), calls, leads, contacts)
  const lateOrphans = carrier
    .ledger()
    .filter(entry => entry.endedAt === null || entry.endedAt - entry.invitedAt > 180_000).length
  const report = {
    kills,
    contacts,
    calls: calls.length,
    invites: carrier.ledger().length,
    interrupted: calls.filter(call => call.result === 'interrupted').length,
    state,
    ...verdict,
    lateOrphans,
    seed,
    seconds: (Date.now() - began) / 1000,
  }
  failed =
    verdict.lost + verdict.calledTwice + verdict.stuck + verdict.mismatches + lateOrphans > 0 ||
    state !== 'completed'
  if (flags.json) console.log(JSON.stringify(report))
  else console.table(report)
} finally {
  await carrier.close()
  await media.close()
  if (failed) say(`The workspace is kept in ${dataDir}`)
  else rmSync(dataDir, { recursive: true, force: true })
}
process.exit(failed ? 1 : 0)
