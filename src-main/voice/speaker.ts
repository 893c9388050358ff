import { fillText } from '../domain/fill-text.ts'
import { sentencesOf } from '../domain/sentences.ts'
import type { MediaLeg } from '../telephony/media/media-pool.ts'
import type { Speech } from './agent-call.ts'
import { fallbackTone } from './fallback-tone.ts'

/** The mouth of one agent: speaks one text at a time, sentence by sentence. */
export interface Speaker {
  /** `done` is called once with what was heard, when all of it has left, unless it is stopped before. */
  say(text: string, variables: Readonly<Record<string, string>>, done: (heard: string) => void): void
  /** Fed with what the leg reports. */
  played(play: number, interrupted: boolean): void
  /** The text that is being spoken, as the person heard it; `null` in silence. */
  speaking(): string | null
  stop(): void
}

/** Put behind a text of which something could not be spoken. */
export const notSpoken = ' [not fully spoken: speech failed, a tone was played instead]'

interface Utterance {
  readonly text: string
  readonly done: (heard: string) => void
  readonly playing: Set<number>
  queued: boolean
  failed: boolean
}

/** Nobody is left in silence for longer while a sentence is being rendered; the next ones have as much more each. */
const patienceMs = 2000

/** The sound, or the tone where it takes too long. */
function inTime(sound: Promise<Int16Array>, ms: number): Promise<Int16Array> {
  const { promise, resolve } = Promise.withResolvers<Int16Array>()
  const late = setTimeout(resolve, ms, fallbackTone)
  void sound.then(samples => {
    clearTimeout(late)
    resolve(samples)
  })
  return promise
}

const heardOf = ({ text, failed }: Utterance) => text + (failed ? notSpoken : '')

export function createSpeaker(leg: MediaLeg, speech: Speech): Speaker {
  let current: Utterance | null = null

  const finishWhenPlayed = (utterance: Utterance) => {
    if (current !== utterance || !utterance.queued || utterance.playing.size > 0) return
    current = null
    utterance.done(heardOf(utterance))
  }
  const queue = async (utterance: Utterance, sounds: readonly (string | Promise<Int16Array>)[]) => {
    for (const sound of sounds) {
      const samples = typeof sound === 'string' ? null : await sound
      if (current !== utterance) return
      if (samples === fallbackTone) utterance.failed = true
      utterance.playing.add(samples ? leg.playSamples(samples) : leg.play(sound as string))
    }
    utterance.queued = true
    finishWhenPlayed(utterance)
  }

  return {
    say(text, variables, done) {
      const utterance = {
        text: fillText(text, variables),
        done,
        playing: new Set<number>(),
        queued: false,
        failed: false,
      }
      current = utterance
      // All are asked for at once, so that the second is ready when the first has been spoken.
      const sounds = sentencesOf(text).map((sentence, at) => {
        const filled = fillText(sentence, variables)
        const withinMs = patienceMs * (at + 1)
        return speech.known(filled) ?? inTime(speech.speak(filled, withinMs), withinMs)
      })
      void queue(utterance, sounds)
    },
    played(play, interrupted) {
      if (!current?.playing.delete(play)) return
      if (interrupted) current.failed = true
      finishWhenPlayed(current)
    },
    speaking: () => (current ? heardOf(current) : null),
    stop() {
      if (!current) return
      current = null
      leg.stop()
    },
  }
}
