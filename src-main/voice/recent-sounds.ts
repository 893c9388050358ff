/** The sounds used last, up to a total size; older ones are dropped. */
export interface RecentSounds {
  get(text: string): Int16Array | null
  put(text: string, samples: Int16Array): void
}

export function createRecentSounds(mostBytes: number): RecentSounds {
  const sounds = new Map<string, Int16Array>()
  let bytes = 0
  const drop = (text: string) => {
    bytes -= sounds.get(text)?.byteLength ?? 0
    sounds.delete(text)
  }
  return {
    get(text) {
      const samples = sounds.get(text)
      if (!samples) return null
      // A Map keeps the order of insertion: put in anew, it is the youngest.
      sounds.delete(text)
      sounds.set(text, samples)
      return samples
    },
    put(text, samples) {
      drop(text)
      sounds.set(text, samples)
      bytes += samples.byteLength
      for (const [oldest] of sounds) {
        if (bytes <= mostBytes || oldest === text) break
        drop(oldest)
      }
    },
  }
}
