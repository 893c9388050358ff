import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { MediaStats } from '../engine/ports/dialer.ts'
import type { LegEvent, MediaLeg, MediaPool } from '../telephony/media/media-pool.ts'

/** The audio of one call with its recording. */
export interface CallLeg {
  readonly leg: MediaLeg
  /** Where events of the leg go; before the first listener nothing is connected and nothing happens. */
  listen(listener: (event: LegEvent) => void): void
  /** Closes the leg; keeps the recording only where there was something to hear. `null`: the worker is gone. */
  close(
    keepRecording: boolean,
  ): Promise<{ readonly stats: MediaStats | null; readonly recording: string | null }>
}

export type CallLegOptions = { readonly media: MediaPool } & (
  | { readonly recording: null }
  /** Path of the WAV relative to `dataDir`. */
  | { readonly recording: string; readonly dataDir: string }
)

/** A worker that does not answer must not keep a call from being settled. */
const CLOSE_WAITS_MS = 3_000

export const openCallLeg = async (
  options: CallLegOptions,
): Promise<CallLeg | { readonly refused: string }> => {
  const { media, recording } = options
  const file = options.recording === null ? null : join(options.dataDir, options.recording)
  if (file !== null) {
    const failed = await mkdir(dirname(file), { recursive: true }).then(() => null, String)
    if (failed !== null) return { refused: `The call cannot be recorded in ${dirname(file)}: ${failed}` }
  }
  let listener: (event: LegEvent) => void = () => {}
  const leg = await media.open({ record: file, onEvent: event => listener(event) })
  if ('refused' in leg) return leg
  return {
    leg,
    listen: next => {
      listener = next
    },
    close: async keepRecording => {
      listener = () => {}
      const stats = await within(CLOSE_WAITS_MS, leg.close())
      if (file !== null && !keepRecording) await rm(file, { force: true })
      return { stats, recording: keepRecording ? recording : null }
    },
  }
}

const within = async <T>(ms: number, promised: Promise<T>): Promise<T | null> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>(resolve => {
    timer = setTimeout(resolve, ms, null)
  })
  try {
    return await Promise.race([promised.catch(() => null), late])
  } finally {
    clearTimeout(timer)
  }
}
