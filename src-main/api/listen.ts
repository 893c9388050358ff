import type { LiveSound } from '../contract/calls.ts'
import type { CallId } from '../domain/ids.ts'
import { addAudit } from '../store/audit.ts'
import { actor } from './actor.ts'
import { createFrameQueue, type FrameQueue } from './frame-queue.ts'
import { inPairs } from './in-pairs.ts'
import { refused } from './refuse.ts'
import type { Services } from './services.ts'

/** One second: who is slower than the call hears a gap, never the past. */
const MOST_WAITING = 25

/** Both sides of a call as they go on. Nothing is given out before it is on record who listens. */
export async function listen(
  { engine, dialer, change, now }: Services,
  call: CallId,
  signal: AbortSignal | undefined,
): Promise<AsyncGenerator<LiveSound, void, void>> {
  const active = engine.activeCalls().find(one => one.call === call)
  if (active === undefined) throw over
  const queue = createFrameQueue<Int16Array>(MOST_WAITING)
  const leave = dialer.listen(call, { heard: inPairs(queue.put), over: queue.end })
  // Before it is prepared the dialer does not know it.
  if (typeof leave === 'string') throw leave === 'over' && active.state === 'answered' ? over : notAnswered
  const stop = () => {
    leave()
    queue.end()
  }
  // Whoever leaves before the first frame never starts the generator, whose end would stop it otherwise.
  signal?.addEventListener('abort', stop, { once: true })
  try {
    const entry = { actor, action: 'call.listen', subject: `call ${call}`, detail: {} }
    await change(tx => addAudit(tx, entry, now()))
  } catch (error) {
    stop()
    throw error
  }
  return given(queue, stop)
}

async function* given(queue: FrameQueue<Int16Array>, stop: () => void) {
  try {
    for await (const { buffer } of queue.frames()) yield { frame: Buffer.from(buffer).toString('base64') }
  } finally {
    stop()
  }
}

const over = refused({
  code: 'call_over',
  what: 'This call is over already.',
  cure: 'Its page has the transcript, and the recording where there is one.',
})

const notAnswered = refused({
  code: 'not_answered',
  what: 'Nobody has answered this call yet.',
  cure: 'Listen again as soon as it is answered.',
})
