import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { frameSamples } from './audio-format.ts'
import type { Law } from './g711.ts'
import { wavHeader, wavHeaderBytes } from './wav-header.ts'

/** Writes a call as stereo WAV while it goes on: caller left, agent right. */
export interface WavRecording {
  add(left: Uint8Array, right: Uint8Array, law: Law): void
  /** So many frames were left out: silence stands for them, so that what follows keeps its time. */
  skip(frames: number): void
  /** Resolves when the file is complete, with what went wrong, if anything. */
  close(): Promise<string | null>
}

const channels = 2
const blockFrames = 50
/** The header is corrected this often, so that after a crash the file can be played up to there. */
const blocksPerHeader = 5
/** Blocks waiting for the disk, one second each; beyond that the disk is taken to be stuck. */
const mostWaiting = 8
const tooSlow = new Error('the disk is too slow')

export function createWavRecording(path: string): WavRecording {
  let block = new Int16Array(blockFrames * frameSamples * channels)
  let filled = 0
  let written = 0
  let blocks = 0
  let waiting = 0
  let failure: string | null = null
  let file: FileHandle | null = null

  const writeAll = async (bytes: Uint8Array, position: number) => {
    let done = 0
    while (file && done < bytes.length) {
      done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten
    }
  }
  const header = () => writeAll(wavHeader({ channels, rate: 8000, dataBytes: written }), 0)
  const begin = async () => {
    await mkdir(dirname(path), { recursive: true })
    file = await open(path, 'w')
    await header()
  }
  const append = async (samples: Int16Array) => {
    waiting--
    if (failure !== null) return
    const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
    await writeAll(bytes, wavHeaderBytes + written)
    written += bytes.length
    if (++blocks % blocksPerHeader === 1) await header()
  }
  const fail = (error: unknown) => {
    failure ??= `The recording stopped: ${error instanceof Error ? error.message : String(error)}`
  }
  let work = begin().catch(fail)
  const flush = () => {
    const samples = block.subarray(0, filled)
    waiting++
    work = work.then(() => append(samples)).catch(fail)
    block = new Int16Array(block.length)
    filled = 0
  }

  const isStuck = () => waiting >= mostWaiting

  return {
    add(left, right, { decoded }) {
      if (failure !== null) return
      for (let at = 0; at < frameSamples; at++) {
        block[filled++] = decoded[left[at] as number] as number
        block[filled++] = decoded[right[at] as number] as number
      }
      if (filled < block.length) return
      if (isStuck()) return fail(tooSlow)
      flush()
    },
    skip(frames) {
      if (failure !== null) return
      if (isStuck()) return fail(tooSlow)
      if (filled > 0) flush()
      // A hole in the file reads as zeros, which are silence.
      work = work.then(() => {
        if (failure === null) written += frames * frameSamples * channels * Int16Array.BYTES_PER_ELEMENT
      })
    },
    async close() {
      if (filled > 0) flush()
      await work
      // What was skipped at the end is no part of the file yet.
      await file?.truncate(wavHeaderBytes + written).catch(fail)
      if (file) await header().catch(fail)
      await file?.close().catch(fail)
      return failure
    },
  }
}
