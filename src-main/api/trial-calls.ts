import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import type { TrialNews } from '../contract/trial-calls.ts'
import type { TrialCall } from '../dialer/trial/trial-call.ts'
import { createFrameQueue } from './frame-queue.ts'
import { inPairs } from './in-pairs.ts'
import { refused } from './refuse.ts'
import type { Services } from './services.ts'

const os = implement(contract.trialCalls).$context<Services>()

/** More than any conversation has. */
const mostEvents = 5_000
/** One second: who is slower than the call hears a gap, never the past. */
const mostSounds = 25

export const trialCalls = os.router({
  call: os.call.handler(({ input, context, signal }) => {
    const queue = createFrameQueue<TrialNews>(mostEvents)
    const begun = context.trials.begin({
      ...input,
      tell: event => {
        queue.put(event)
        if (event.is === 'ended') queue.end()
      },
    })
    if (begun === 'busy') throw busy
    // Whoever leaves before the first event never starts the generator, whose end would hang up otherwise.
    signal?.addEventListener('abort', begun.call.hangUp, { once: true })
    return followed(begun, queue.frames())
  }),

  hear: os.hear.handler(({ input, context, signal }) => {
    const queue = createFrameQueue<string>(mostSounds)
    const call = mustGoOn(context, input.call)
    const leave = call.listen(inPairs(both => queue.put(writeLeft(both))))
    const stop = () => {
      leave()
      queue.end()
    }
    void call.over.then(stop)
    signal?.addEventListener('abort', stop, { once: true })
    return heard(queue.frames(), stop)
  }),

  press: os.press.handler(({ input, context }) => {
    mustGoOn(context, input.call).press(input.key)
    return {}
  }),

  speak: os.speak.handler(({ input, context }) => {
    const bytes = Buffer.from(input.sound, 'base64')
    const samples = Int16Array.from({ length: bytes.length >> 1 }, (_, at) => bytes.readInt16LE(2 * at))
    context.trials.find(input.call)?.speak(samples)
    return {}
  }),

  hangUp: os.hangUp.handler(({ input, context }) => {
    context.trials.find(input.call)?.hangUp()
    return {}
  }),
})

async function* followed(
  { id, call }: { readonly id: string; readonly call: TrialCall },
  events: AsyncGenerator<TrialNews, void, void>,
): AsyncGenerator<TrialNews, void, void> {
  try {
    yield { is: 'begun', call: id }
    yield* events
  } finally {
    call.hangUp()
  }
}

async function* heard(sounds: AsyncGenerator<string, void, void>, stop: () => void) {
  try {
    for await (const sound of sounds) yield { sound }
  } finally {
    stop()
  }
}

/** The left side of a stereo sound, as base64. */
function writeLeft(sound: Int16Array): string {
  const left = sound.filter((_, at) => at % 2 === 0)
  return Buffer.from(left.buffer).toString('base64')
}

const mustGoOn = ({ trials }: Services, id: string): TrialCall => {
  const call = trials.find(id)
  if (call === null) throw over
  return call
}

const over = refused({
  code: 'call_over',
  what: 'This rehearsal call is over already.',
  cure: 'Begin another one.',
})

const busy = refused({
  code: 'busy',
  what: 'As many rehearsal calls go on as this computer takes beside its other calls.',
  cure: 'Wait until another window has hung up.',
})
