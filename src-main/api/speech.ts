import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { wavHeader } from '../telephony/media/wav-header.ts'
import { hasWords } from '../voice/speakable.ts'
import { refused } from './refuse.ts'
import type { Services } from './services.ts'

const os = implement(contract.speech).$context<Services>()

/** Of a telephone, in Hz. */
const rate = 8_000

export const speech = os.router({
  voice: os.voice.handler(({ context: { voice } }) => ({
    name: voice.name,
    languages: [...voice.languages],
  })),

  hear: os.hear.handler(async ({ input: { text }, context: { voice } }) => {
    if (!hasWords(text))
      throw refused({
        code: 'no_words',
        field: 'text',
        what: 'There is nothing to say in it.',
        cure: 'Write a word or a number.',
      })
    const began = performance.now()
    const samples = await voice.hear(text).catch((error: unknown) => {
      throw refused({
        code: 'voice',
        what: `The voice cannot speak: ${error instanceof Error ? error.message : error}.`,
        cure: 'Start the program anew; the log has more.',
      })
    })
    const tookMs = performance.now() - began
    const { buffer, byteOffset, byteLength } = samples
    const header = wavHeader({ channels: 1, rate, dataBytes: byteLength })
    const wav = Buffer.concat([header, new Uint8Array(buffer, byteOffset, byteLength)])
    return { wav: wav.toString('base64'), soundMs: (samples.length / rate) * 1000, tookMs }
  }),
})
