import { parentPort } from 'node:worker_threads'
import { type EncodedSound, encodeSound } from './encoded-sound.ts'
import { addLateness, createLateness } from './lateness.ts'
import { type Leg, openLeg } from './leg.ts'
import { createPacer } from './pacer.ts'
import type { FromWorker, LegId, ToWorker } from './protocol.ts'
import type { StereoFrame } from './stereo-frame.ts'

/** Thread that owns the sockets and the clock of many calls. */
const port = parentPort
if (!port) throw new Error('The media worker runs as a worker thread only')

const levelsEveryMs = 500
const sounds = new Map<string, EncodedSound>()
const legs = new Map<LegId, Leg>()
const closing = new Set<Promise<void>>()
let lateness = createLateness()
let timer: NodeJS.Timeout | null = null
let reportAt = performance.now() + 1000
let levelsAt = performance.now() + levelsEveryMs

const tell = (message: FromWorker) => port.postMessage(message)
const hand = (leg: LegId, frame: StereoFrame) =>
  port.postMessage({ is: 'sound', leg, frame } satisfies FromWorker, [frame.buffer])

const pacer = createPacer<Leg>(performance.now(), {
  frame(leg, due) {
    leg.step(due)
    addLateness(lateness, performance.now() - due)
  },
  skipped: (leg, frames) => leg.skipped(frames),
})

function run() {
  const now = performance.now()
  const next = pacer.run(now)
  if (now >= reportAt) {
    tell({ is: 'pacing', lateness })
    lateness = createLateness()
    reportAt = now + 1000
  }
  if (now >= levelsAt) {
    tell({ is: 'levels', levels: [...legs].map(([id, leg]) => [id, leg.level()]) })
    levelsAt = now + levelsEveryMs
  }
  timer = next === null ? null : setTimeout(run, Math.max(1, next - performance.now()))
}

async function open({ leg, host, port: rtpPort, record }: Extract<ToWorker, { do: 'open' }>) {
  try {
    legs.set(
      leg,
      await openLeg({ host, port: rtpPort, record, emit: event => tell({ is: 'event', leg, event }) }),
    )
    tell({ is: 'opened', leg })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    tell({ is: 'not_opened', leg, taken: code === 'EADDRINUSE', reason: message })
  }
}

function close(id: LegId, leg: Leg) {
  legs.delete(id)
  pacer.remove(leg)
  const done = leg.close().then(figures => {
    closing.delete(done)
    tell({ is: 'closed', leg: id, figures })
  })
  closing.add(done)
}

async function shutDown() {
  for (const [id, leg] of legs) close(id, leg)
  await Promise.all(closing)
  if (timer) clearTimeout(timer)
  port?.close()
}

/** A message to a leg that has just closed is of no use to anybody. */
function act(leg: Leg, message: Extract<ToWorker, { leg: LegId }>) {
  switch (message.do) {
    case 'open':
      return
    case 'connect':
      leg.connect(message.remote)
      pacer.remove(leg)
      pacer.add(leg, performance.now())
      if (!timer) run()
      return
    case 'play':
      return leg.play(message.play, sounds.get(message.sound))
    case 'play_samples':
      return leg.play(message.play, encodeSound(message.samples))
    case 'stop':
      return leg.stop()
    case 'send_key':
      return leg.sendKey(message.key, message.durationMs)
    case 'listen':
      return leg.listen(message.on ? frame => hand(message.leg, frame) : null)
    case 'close':
      return close(message.leg, leg)
  }
}

port.on('message', (message: ToWorker) => {
  switch (message.do) {
    case 'load':
      sounds.set(message.sound, encodeSound(message.samples))
      return tell({ is: 'loaded', sound: message.sound })
    case 'forget':
      return void sounds.delete(message.sound)
    case 'open':
      return open(message)
    case 'shut_down':
      return shutDown()
    default: {
      const leg = legs.get(message.leg)
      if (leg) return act(leg, message)
    }
  }
})

tell({ is: 'ready' })
