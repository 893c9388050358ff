import { contactReads } from '../contacts/reads.ts'

/** Everything that is read beside the main thread: what grows with the number of contacts. */
export const reads = { ...contactReads }
export type AllReads = typeof reads
