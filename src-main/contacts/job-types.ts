import type { JobTypes } from './job-work.ts'

/** How each kind of long work is done. */
export const jobTypes: Partial<JobTypes> = {}
