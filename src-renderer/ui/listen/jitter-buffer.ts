/** Evens out sound that comes in bursts: a little of it is held back, so that a late frame is not heard as a gap. */
export interface JitterBuffer {
  put(samples: Float32Array): void
  /** Fills it, with silence where there is nothing to play. */
  take(into: Float32Array): void
}

export interface JitterLimits {
  /** So much is gathered before anything is played, at the start and after it ran dry: in samples. */
  readonly start: number
  /** With more than this the oldest is left out, back to `start`: nobody wants to hear the past. In samples. */
  readonly most: number
}

export function createJitterBuffer({ start, most }: JitterLimits): JitterBuffer {
  let held: Float32Array[] = []
  /** Samples of the first one that were played already. */
  let played = 0
  let waiting = 0
  let gathering = true

  const drop = (count: number) => {
    let left = count
    while (left > 0) {
      const first = held[0]
      if (first === undefined) return
      const step = Math.min(left, first.length - played)
      played += step
      left -= step
      waiting -= step
      if (played === first.length) {
        held = held.slice(1)
        played = 0
      }
    }
  }

  return {
    put(samples) {
      held.push(samples)
      waiting += samples.length
      if (waiting > most) drop(waiting - start)
      if (waiting >= start) gathering = false
    },
    take(into) {
      into.fill(0)
      if (gathering) return
      let filled = 0
      while (filled < into.length) {
        const first = held[0]
        if (first === undefined) {
          gathering = true
          return
        }
        const part = first.subarray(played, played + into.length - filled)
        into.set(part, filled)
        filled += part.length
        drop(part.length)
      }
    },
  }
}
