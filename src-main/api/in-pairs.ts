/** Hands frames on two at a time, 40 ms: half the messages for half the work, and nobody hears the difference. */
export function inPairs(tell: (both: Int16Array) => void): (frame: Int16Array) => void {
  let first: Int16Array | null = null
  return frame => {
    if (first === null) {
      first = frame
      return
    }
    const both = new Int16Array(first.length + frame.length)
    both.set(first)
    both.set(frame, first.length)
    first = null
    tell(both)
  }
}
