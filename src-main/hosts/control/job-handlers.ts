import type { CommandedJobs } from '../working/job-standing.ts'
import type { Handlers } from './messages.ts'

/** Long work at the wish of a command. */
export const jobHandlers = ({ start, cancel, standing, listNamed }: CommandedJobs) =>
  ({
    'job-start': async job => ({ job: await start(job) }),
    job: ({ job }) => standing(job),
    'list-named': async ({ name }) => ({ list: await listNamed(name) }),
    'job-cancel': async ({ job, actor }) => ({ cancelled: await cancel(job, actor) }),
  }) satisfies Handlers
