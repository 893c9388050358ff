const formats = new Map<string, Intl.DateTimeFormat>()

function wall(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  formats.set(zone, made)
  return made
}

/** What the wall of a zone shows, as a field of date and time has it: `2026-11-19T16:30`. */
export const wallTime = (at: number, zone: string) => wall(zone).format(at).replace(' ', 'T')

const asUtc = (local: string) => Date.parse(`${local}Z`)

/**
 * The instant at which the wall of a zone shows this time. Of a repeated hour the first; a time that a change of the
 * clock leaves out is read as if the clock had not been changed. `null` for what is no date and time.
 */
export function instantOf(local: string, zone: string): number | null {
  const utc = asUtc(local)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local) || Number.isNaN(utc)) return null
  const offsetAt = (at: number) => asUtc(wallTime(at, zone)) - Math.floor(at / 60_000) * 60_000
  const day = 86_400_000
  const before = utc - offsetAt(utc - day)
  if (wallTime(before, zone) === local.slice(0, 16)) return before
  const after = utc - offsetAt(utc + day)
  return wallTime(after, zone) === local.slice(0, 16) ? after : before
}
