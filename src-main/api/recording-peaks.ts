import { readWavPeaks, type WavPeaks } from '../telephony/media/wav-peaks.ts'

/** As many steps as the widest player has bars. */
const STEPS = 800
const MOST_KEPT = 200
const kept = new Map<string, WavPeaks>()

/** The outline of a finished recording, kept once it was worked out; `null`: its file is gone. */
export async function recordingPeaks(path: string): Promise<WavPeaks | null> {
  const known = kept.get(path)
  if (known !== undefined) return known
  try {
    const peaks = await readWavPeaks(path, STEPS)
    const oldest = kept.keys().next().value
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    kept.set(path, peaks)
    return peaks
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
