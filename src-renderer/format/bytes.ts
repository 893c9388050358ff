import { count, decimal } from './number.ts'

const thin = '\u2009'

/** `812 kB`, `6.1 MB`, `1.2 GB`: decimal units, as file managers show them. */
export function bytes(size: number) {
  if (size < 1_000_000) return `${count(Math.max(size > 0 ? 1 : 0, Math.round(size / 1_000)))}${thin}kB`
  if (size < 1_000_000_000) return `${decimal(size / 1_000_000)}${thin}MB`
  return `${decimal(size / 1_000_000_000)}${thin}GB`
}
