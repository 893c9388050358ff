import { language } from '../text/language.ts'
import { decimal } from './number.ts'

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
export const seconds = (ms: number) => `${decimal(ms / 1000)}\u2009s`

const names = {
  en: { day: 'd', hour: 'h', minute: 'min', second: 's' },
  de: { day: 'Tg.', hour: 'Std.', minute: 'Min.', second: 's' },
}[language]

const units = [
  [names.day, 86_400],
  [names.hour, 3_600],
  [names.minute, 60],
  [names.second, 1],
] as const

/** The same for a guess, whose seconds nobody knows: `19 min`. */
export const roughSpan = (ms: number) => span(Math.max(60_000, Math.round(ms / 60_000) * 60_000))

/** Spans in their two largest units: `2 d 3 h`, `5 h 10 min`, `40 s`; in German `2 Tg. 3 Std.`. */
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
  return parts.length > 0 ? parts.join(' ') : `0 ${names.second}`
}
