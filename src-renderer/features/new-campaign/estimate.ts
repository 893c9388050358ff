/** What a guess of the pace rests on: dialling, ringing and talking together, over all results. */
export const assumedSecondsPerCall = 40

/** Calls per hour at most: by the lines, and by the pause between two starts. */
export function callsPerHour(lines: number, intervalMs: number) {
  const byLines = (lines * 3600) / assumedSecondsPerCall
  return Math.floor(intervalMs > 0 ? Math.min(byLines, 3_600_000 / intervalMs) : byLines)
}

/** Hours of calling time for one attempt at each contact. */
export const callingHours = (contacts: number, perHour: number) => (perHour === 0 ? null : contacts / perHour)
