/** Nothing of a file can be used: which line, why, and what to do; for people. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}

/** What a file may hold. More is refused with its line instead of being cut. */
export const fileLimits = { columns: 500, cellLength: 10_000 } as const
