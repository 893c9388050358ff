import type { Job } from '../../../src-main/contract/jobs.ts'
import { text } from '../../text/text.ts'
import type { Look } from '../status.ts'

const words = text.jobs.ends

interface JobEnd {
  readonly look: Look
  readonly words: string
  /** What to do now; empty where nothing needs doing. */
  readonly cure: string
}

const good: Look = { shape: 'disc-tick', hue: 'green' }

function done({ title: told, asked, result }: Job): string {
  const title = text.told(told)
  switch (result?.is) {
    case 'import': {
      const { added, updated, unchanged, rejected } = result.counts
      const file = asked.is === 'import' ? asked.fileName : title
      return words.imported(file, added + updated + unchanged, rejected)
    }
    case 'export':
      return words.exported(title, result.rows)
    case 'act':
      return words.changed(title, result.changed, result.unchanged)
    case 'do_not_call':
      return words.listed(result.added, result.known, result.rejected)
    case 'undo':
      return words.undone(result.restored, result.kept)
    case undefined:
      return title
  }
}

/** What came of a job, in a line; `undefined` while it has not ended. */
export function endOf(job: Job): JobEnd | undefined {
  switch (job.state) {
    case 'waiting':
    case 'running':
      return undefined
    case 'done':
      return {
        look: good,
        words: done(job),
        cure: job.result?.is === 'undo' ? text.told(job.result.why) : '',
      }
    case 'cancelled':
      return {
        look: { shape: 'ring-stroke', hue: 'gray' },
        words: words.cancelled(text.told(job.title)),
        cure: text.told(job.message),
      }
    case 'failed':
      return {
        look: { shape: 'alert', hue: 'red' },
        words: words.failed(text.told(job.title)),
        cure: text.told(job.message),
      }
  }
}
