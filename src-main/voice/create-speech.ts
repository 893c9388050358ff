import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { textOf, variablesIn } from '../domain/fill-text.ts'
import type { Flow } from '../domain/flow.ts'
import { sentencesOf } from '../domain/sentences.ts'
import type { MediaPool } from '../telephony/media/media-pool.ts'
import type { Speech } from './agent-call.ts'
import { fallbackTone } from './fallback-tone.ts'
import { createRecentSounds } from './recent-sounds.ts'
import { createRenderer } from './renderer.ts'
import { readSoundFile, writeSoundFile } from './sound-file.ts'
import { fliteVoice } from './speech-protocol.ts'

export interface SpeechOptions {
  readonly media: MediaPool
  /** Folder for rendered sentences; may be deleted at any time. */
  readonly cacheDir: string
  readonly workerPath: string
}

const mostRecentBytes = 32 * 1024 * 1024
/** Two minutes of speech; what is longer is a mistake and would hold everybody up. */
const longestText = 2000
/** Raised when the same text would sound different. */
const rendering = `flite-${fliteVoice}-1`

const nameOf = (text: string) => createHash('sha256').update(`${rendering}\n${text}`).digest('hex')

/** Sentences that sound the same on every call. */
const staticSentences = (flow: Flow): readonly string[] => [
  ...new Set(
    Object.values(flow.steps)
      .flatMap(step => sentencesOf(textOf(step) ?? ''))
      .filter(sentence => variablesIn(sentence).length === 0),
  ),
]

export function createSpeech({ media, cacheDir, workerPath }: SpeechOptions): Speech {
  const renderer = createRenderer({ workerPath, folder: join(cacheDir, 'rendering') })
  const recent = createRecentSounds(mostRecentBytes)
  const underWay = new Map<string, Promise<Int16Array>>()
  const loaded = new Map<string, string>()

  const fileOf = (text: string) => join(cacheDir, `${nameOf(text)}.sound`)

  /** Identical texts that are asked for at the same time are rendered once. */
  const once = (text: string, make: () => Promise<Int16Array>) => {
    const begun = underWay.get(text) ?? make().finally(() => underWay.delete(text))
    underWay.set(text, begun)
    return begun
  }
  const soundOf = (text: string) =>
    once(text, async () => {
      const kept = recent.get(text) ?? (await readSoundFile(fileOf(text)))
      const samples = kept ?? (await renderer.render(text.slice(0, longestText)))
      recent.put(text, samples)
      return samples
    })
  /** A full disk costs the cache only, not the call. */
  const keep = async (text: string, samples: Int16Array) => {
    if (await readSoundFile(fileOf(text)).catch(() => null)) return
    await writeSoundFile(fileOf(text), samples).catch(() => {})
  }

  return {
    async prepare(flow, onProgress) {
      const sentences = staticSentences(flow).filter(text => !loaded.has(text))
      let done = 0
      onProgress?.(done, sentences.length)
      for (const text of sentences) {
        const samples = await soundOf(text)
        await keep(text, samples)
        await media.load(nameOf(text), samples)
        loaded.set(text, nameOf(text))
        onProgress?.(++done, sentences.length)
      }
    },
    speak: text =>
      text.trim() === '' ? Promise.resolve(fallbackTone) : soundOf(text).catch(() => fallbackTone),
    known: text => loaded.get(text) ?? null,
    close: () => renderer.close(),
  }
}
