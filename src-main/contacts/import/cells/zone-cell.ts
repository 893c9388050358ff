const known = new Map<string, string | null>()
// Zones that exist are about 600, with the misspelt ones of a file; the bound is for a column that holds something else.
const MOST_KNOWN = 5_000

/** An IANA zone in its own spelling; `null`: there is none of this name. */
export function zoneCell(text: string): string | null {
  const before = known.get(text)
  if (before !== undefined) return before
  if (known.size >= MOST_KNOWN) known.clear()
  const zone = readZone(text.trim().replaceAll(' ', '_'))
  known.set(text, zone)
  return zone
}

function readZone(name: string): string | null {
  // An offset is no zone: it knows no summer.
  if (!name.includes('/') && name.toUpperCase() !== 'UTC') return null
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return spelled.get(name.toLowerCase()) ?? name
  } catch {
    // RangeError: no such zone.
    return null
  }
}

const spelled = new Map(Intl.supportedValuesOf('timeZone').map(zone => [zone.toLowerCase(), zone]))
