/** One frame of a call as it is heard and shown. */
export interface HeardFrame {
  /** Both sides together, −1 to 1. */
  readonly mixed: Float32Array<ArrayBuffer>
  /** Loudest sample of each side, 0–1. */
  readonly caller: number
  readonly agent: number
}

const loudest = 32_768

/** @param frame 16-bit little-endian samples of caller and agent in turn, as base64 */
export function readFrame(frame: string): HeardFrame {
  const bytes = Uint8Array.from(atob(frame), letter => letter.charCodeAt(0))
  const view = new DataView(bytes.buffer)
  const mixed = new Float32Array(bytes.length / 4)
  let caller = 0
  let agent = 0
  for (let at = 0; at < mixed.length; at++) {
    const left = view.getInt16(at * 4, true) / loudest
    const right = view.getInt16(at * 4 + 2, true) / loudest
    mixed[at] = Math.max(-1, Math.min(1, left + right))
    caller = Math.max(caller, Math.abs(left))
    agent = Math.max(agent, Math.abs(right))
  }
  return { mixed, caller, agent }
}
