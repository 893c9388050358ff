/** Lets a voice that comes in bursts out on the line without gaps, and never far behind. */
export interface VoiceFeed {
  /** 8 kHz mono. */
  put(samples: Int16Array): void
  /** One of those that were handed on has left. */
  played(): void
}

/** Parts that are gathered before the first leaves, at the start and after it ran dry. */
const gatheredFirst = 2
/** With more under way the newest are left out: an echo of the past would answer the wrong question. */
const mostUnderWay = 8

export function createVoiceFeed(play: (samples: Int16Array) => void): VoiceFeed {
  let gathered: Int16Array[] = []
  let underWay = 0
  return {
    put(samples) {
      if (underWay + gathered.length >= mostUnderWay) return
      gathered.push(samples)
      if (underWay === 0 && gathered.length < gatheredFirst) return
      underWay += gathered.length
      for (const part of gathered) play(part)
      gathered = []
    },
    played() {
      underWay--
    },
  }
}
