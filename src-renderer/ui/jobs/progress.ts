import type { Job } from '../../../src-main/contract/jobs.ts'
import { span } from '../../format/duration.ts'
import { count, ratio } from '../../format/number.ts'
import { text } from '../../text/text.ts'

const words = text.jobs

export interface JobProgressText {
  /** 0 to 1; `null`: not known. */
  readonly share: number | null
  readonly phase: string
  readonly done: string
  /** `of 1,000,000 rows`, `of about 980,000 rows`; empty where nobody knows how many there are. */
  readonly of: string
  /** `18,900 rows/s, 20 s left`, as far as it is known. */
  readonly pace: string
}

const countsRows = ({ kind }: Job) => kind === 'import' || kind === 'export' || kind === 'do_not_call'

/** Rate, count and time left of a job at work; `undefined` for one that waits or has ended. */
export function progressText(job: Job): JobProgressText | undefined {
  const { progress } = job
  if (job.state !== 'running' || !progress) return undefined
  const { phase, done, total, isEstimate = false, perSecond, secondsLeft } = progress
  const amount = countsRows(job) ? words.rows : words.contacts
  const rate = countsRows(job) ? words.rowsASecond : words.contactsASecond
  const pace = [
    perSecond !== null && perSecond >= 1 && rate(count(Math.round(perSecond))),
    secondsLeft !== null && words.left(span(Math.ceil(secondsLeft) * 1000)),
  ]
  return {
    share: total === null ? null : Math.min(1, ratio(done, total) ?? 1),
    phase: text.told(phase),
    done: total === null ? amount(done) : count(done),
    of: total === null ? '' : isEstimate ? words.ofAbout(amount(roughly(total))) : words.of(amount(total)),
    pace: pace.filter(part => part !== false).join(', '),
  }
}

/** Two digits: more of them would promise what nobody knows, and change all the time. */
const roughly = (n: number) => Number(n.toPrecision(2))

export const isAtWork = ({ state }: Job) => state === 'waiting' || state === 'running'
