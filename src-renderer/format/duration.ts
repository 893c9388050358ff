const two = (value: number) => String(value).padStart(2, '0')

/** Talk and ring times: `1:52`, `12:07`, `1:02:07`. */
export function talk(ms: number) {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** Sums of talk time as hours and minutes: `135:09`. */
export function hours(ms: number) {
  const minutes = Math.floor(ms / 60_000)
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}`
}

/** `8.4 s` */
export const seconds = (ms: number) => `${(ms / 1000).toFixed(1)}\u2009s`

const units = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const

/** Spans in their two largest units: `2 d 3 h`, `5 h 10 min`, `40 s`. */
export function span(ms: number) {
  let left = Math.max(0, Math.round(ms / 1000))
  const parts: string[] = []
  for (const [name, size] of units) {
    const amount = Math.floor(left / size)
    left -= amount * size
    if (amount > 0) parts.push(`${amount} ${name}`)
    else if (parts.length > 0) break
    if (parts.length === 2) break
  }
  return parts.length > 0 ? parts.join(' ') : '0 s'
}
