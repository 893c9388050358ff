import type { FileReading } from '../../../domain/import-plan.ts'

export type Separator = FileReading['separator']
export const separators = [',', ';', '\t', '|'] as const satisfies readonly Separator[]

/** The separator that cuts the first lines into the most columns, most evenly. */
export function guessSeparator(text: string): Separator {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\r|\n/, 20)
    .filter(line => line.trim() !== '')
  const score = (separator: Separator) => {
    const counts = lines.map(line => line.split(separator).length - 1)
    const first = counts[0] ?? 0
    return first === 0 ? 0 : first + counts.filter(count => count === first).length * 10
  }
  return separators.reduce((best, next) => (score(next) > score(best) ? next : best), ',' as Separator)
}
