import { existsSync, readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pino } from 'pino'
import type { TrunkDialer } from '../../../src-main/dialer/create-dialer.ts'
import { compose } from '../../../src-main/hosts/compose.ts'
import { startConsole } from '../../../src-main/hosts/console/start-console.ts'
import { seededDice } from '../../fakes/seeded-dice.ts'
import { createSimDialer } from '../../fakes/sim-dialer.ts'

// A console whose calls are simulated in real time, in a process of its own: `fork` with the folder of the workspace. It
// says where it is; told 'watch' it begins to measure its main thread, told 'report' it answers with the longest
// stall and with the most that it computed at once.

const file = (path: string) => new URL(`../../../${path}`, import.meta.url).pathname
const dice = seededDice(2)
const log = pino({ level: 'warn' })
const noMedia = { pacingP50Ms: 0, pacingP99Ms: 0 } as ReturnType<TrunkDialer['mediaHealth']>

/** Half of the people talk for about a minute; the others ring, are busy, or have a machine. */
const sim = createSimDialer({
  clock: {
    now: Date.now,
    at: (time: number, work: () => void) => void setTimeout(work, Math.max(0, time - Date.now())),
  } as Parameters<typeof createSimDialer>[0]['clock'],
  answer: () => {
    const roll = dice()
    if (roll < 0.7)
      return { result: 'answered', sipCode: 200, ringMs: 5_000, talkMs: 40_000 + Math.floor(dice() * 60_000) }
    return roll < 0.9
      ? { result: 'no_answer', sipCode: 487, ringMs: 25_000 }
      : { result: 'busy', sipCode: 486, ringsAfterMs: null }
  },
})
const dialer: TrunkDialer = {
  ...sim,
  applyTrunk: async () => {},
  removeTrunk: async () => {},
  testTrunk: async () => [],
  endTestCalls: () => {},
  mediaHealth: () => noMedia,
  listen: () => 'not_answered',
  level: () => null,
  close: async () => {},
}

const app = await compose({
  dataDir: process.argv[2] ?? '',
  workers: {
    media: file('out/main/media-worker.js'),
    speech: file('out/main/speech-worker.js'),
    forecast: file('out/main/forecast-worker.js'),
    rehearsal: file('out/main/rehearsal-worker.js'),
    reading: file('out/main/reading-worker.js'),
    working: file('out/main/working-worker.js'),
    history: file('out/main/history-worker.js'),
    backup: file('out/main/backup-worker.js'),
  },
  resources: file('resources'),
  log,
  kind: 'console',
  secrets: { get: async () => null, set: async () => {}, remove: async () => {} },
  dialer,
})
if ('refused' in app) throw new Error(app.message)
const console_ = await startConsole({
  app,
  rendererDir: file('out/renderer'),
  port: 0,
  log,
  now: Date.now,
})
if ('refused' in console_) throw new Error(console_.message)

const stalls = monitorEventLoopDelay({ resolution: 1 })
const busy = watchBusy()
process.on('message', said => {
  if (said === 'watch') {
    stalls.enable()
    busy.begin()
  }
  if (said === 'report')
    process.send?.({ stallMs: stalls.max / 1e6, ...busy.longest(), active: app.activeCalls() })
})
// The workspace is thrown away or goes on later: calls in progress are left as a crash would leave them.
process.on('disconnect', () => process.exit(0))
process.send?.({ url: console_.newLink() })

/** The most that this thread computed, and waited for a processor, between two looks a millisecond apart. */
function watchBusy() {
  const longest = { busyMs: 0, queuedMs: 0 }
  const look = (before: ThreadTimes) => {
    const at = threadTimes()
    longest.busyMs = Math.max(longest.busyMs, at.ran - before.ran)
    longest.queuedMs = Math.max(longest.queuedMs, at.queued - before.queued)
    setTimeout(look, 1, at)
  }
  return { begin: () => look(threadTimes()), longest: () => longest }
}

interface ThreadTimes {
  readonly ran: number
  readonly queued: number
}

/** Of this thread since it began, in ms. */
function threadTimes(): ThreadTimes {
  const { user, system } = process.threadCpuUsage()
  return { ran: (user + system) / 1000, queued: queuedNs() / 1e6 }
}

// `proc_schedstat`: time run, time waited for a processor (ns), times it got one.
const schedstat = '/proc/thread-self/schedstat'
const queuedNs = () => (existsSync(schedstat) ? Number(readFileSync(schedstat, 'latin1').split(' ')[1]) : 0)
