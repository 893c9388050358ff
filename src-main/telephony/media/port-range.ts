/** Hands out even RTP ports in turn, so that a port rests as long as possible before it is used again. */
export interface PortRange {
  /** `null` when every port is in use. */
  take(): number | null
  give(port: number): void
  readonly size: number
}

export function createPortRange(
  ports: { readonly from: number; readonly to: number },
  start: number,
): PortRange {
  const first = ports.from + (ports.from % 2)
  const size = Math.max(0, Math.floor((ports.to - first + 1) / 2))
  const used = new Set<number>()
  let turn = start
  return {
    size,
    take() {
      for (let tried = 0; tried < size; tried++) {
        const port = first + 2 * (turn++ % size)
        if (used.has(port)) continue
        used.add(port)
        return port
      }
      return null
    },
    give: port => void used.delete(port),
  }
}
