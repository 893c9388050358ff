import type { Job } from '../contract/jobs.ts'
import type { JobInput } from '../domain/job.ts'

/** The part of a job's input that crosses to the interface: no upload, no mapping, no chosen contacts. */
export function askedFor(input: JobInput): Job['asked'] {
  switch (input.is) {
    case 'import':
      return { is: 'import', fileName: input.fileName, target: input.plan.target, known: input.plan.known }
    case 'export':
      return { is: 'export', order: input.order }
    case 'act':
      return { is: 'act' }
    case 'undo':
      return { is: 'undo', of: input.of }
  }
}
