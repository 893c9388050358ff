import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fillText, textOf, variablesIn } from '../domain/fill-text.ts'
import type { Flow } from '../domain/flow.ts'
import { sentencesOf } from '../domain/sentences.ts'
import type { MediaPool } from '../telephony/media/media-pool.ts'
import type { Speech } from './agent-call.ts'
import { fallbackTone } from './fallback-tone.ts'
import { createRecentSounds } from './recent-sounds.ts'
import { createRenderer } from './renderer.ts'
import { readSoundFile, writeSoundFile } from './sound-file.ts'
import { hasWords, speakable } from './speakable.ts'
import { fliteVoice } from './speech-protocol.ts'

export interface SpeechOptions {
  readonly media: MediaPool
  /** Folder for rendered sentences; may be deleted at any time. */
  readonly cacheDir: string
  readonly workerPath: string
}

const mostRecentBytes = 32 * 1024 * 1024
/** Nobody is on the telephone yet: whatever is due on a call goes first. */
const patienceBeforehandMs = 120_000
/** Raised when the same text would sound different. */
const rendering = `flite-${fliteVoice}-1`

const nameOf = (text: string) => createHash('sha256').update(`${rendering}\n${text}`).digest('hex')

/** Sentences that sound the same on every call, or on every call to a contact that lacks their fields. */
const foreseeableSentences = (flow: Flow): readonly string[] => [
  ...new Set(
    Object.values(flow.steps)
      .flatMap(step => sentencesOf(textOf(step) ?? ''))
      .filter(hasWords)
      .filter(sentence => variablesIn(sentence).every(name => Object.hasOwn(flow.defaults ?? {}, name)))
      .map(sentence => fillText(sentence, flow.defaults ?? {})),
  ),
]

/** Sentences with a contact's own fields are rendered during the call. */
const speaksLive = (flow: Flow): boolean =>
  Object.values(flow.steps).some(step => variablesIn(textOf(step) ?? '').length > 0)

/** Starts the voice, which takes a second, and proves that it works; on no disk, so that it is always rendered. */
const trial = 'Ready.'

export function createSpeech({ media, cacheDir, workerPath }: SpeechOptions): Speech {
  const renderer = createRenderer({ workerPath, folder: join(cacheDir, 'rendering') })
  const recent = createRecentSounds(mostRecentBytes)
  const loaded = new Map<string, string>()

  const fileOf = (text: string) => join(cacheDir, `${nameOf(text)}.sound`)

  const soundOf = async (text: string, withinMs: number) => {
    const samples =
      recent.get(text) ?? (await kept(text)) ?? (await renderer.render(speakable(text), withinMs))
    recent.put(text, samples)
    return samples
  }
  /** A full or failing disk costs the cache only, not the call. */
  const kept = (text: string) => readSoundFile(fileOf(text)).catch(() => null)
  const keep = async (text: string, samples: Int16Array) => {
    if (await kept(text)) return
    await writeSoundFile(fileOf(text), samples).catch(() => {})
  }

  return {
    async prepare(flow, onProgress) {
      const sentences = foreseeableSentences(flow).filter(text => !loaded.has(text))
      let done = 0
      onProgress?.(done, sentences.length)
      for (const text of sentences) {
        const samples = await soundOf(text, patienceBeforehandMs)
        await keep(text, samples)
        await media.load(nameOf(text), samples)
        loaded.set(text, nameOf(text))
        onProgress?.(++done, sentences.length)
      }
      if (speaksLive(flow)) await soundOf(trial, patienceBeforehandMs)
    },
    speak: async (text, withinMs = patienceBeforehandMs) =>
      hasWords(text) ? soundOf(text, withinMs).catch(() => fallbackTone) : new Int16Array(0),
    hear: text => soundOf(text, patienceBeforehandMs),
    known: text => loaded.get(text) ?? null,
    async close() {
      for (const sound of loaded.values()) media.forget(sound)
      await renderer.close()
    },
  }
}
