/** Takes frames in at once and gives them out in turn. */
export interface FrameQueue<T> {
  readonly put: (frame: T) => void
  /** What was put in before is still given out. */
  readonly end: () => void
  frames(): AsyncGenerator<T, void, void>
}

/** @param most of those that wait; beyond it the oldest are left out */
export function createFrameQueue<T>(most: number): FrameQueue<T> {
  const waiting: T[] = []
  let over = false
  let wake = () => {}
  return {
    put: frame => {
      if (over) return
      waiting.push(frame)
      if (waiting.length > most) waiting.shift()
      wake()
    },
    end: () => {
      over = true
      wake()
    },
    async *frames() {
      for (;;) {
        const next = waiting.shift()
        if (next !== undefined) yield next
        else if (over) return
        else
          await new Promise<void>(resolve => {
            wake = resolve
          })
      }
    },
  }
}
