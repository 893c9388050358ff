/** What a chart shows, as a table: shares 0–1, money in units of its currency, times in seconds. */
export interface ChartData {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** A name that every file system takes: `spring-reminders-funnel.csv`. */
export const fileName = (parts: readonly string[], ending: string): string =>
  `${parts
    .join('-')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')}.${ending}`
