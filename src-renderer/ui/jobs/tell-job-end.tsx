import { UnstyledButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Job } from '../../../src-main/contract/jobs.ts'
import { text } from '../../text/text.ts'
import { StatusGlyph } from '../StatusGlyph.tsx'
import { endOf } from './end-of.ts'
import classes from './tell-job-end.module.css'

const words = text.jobs
const staysMs = 6_000
/** Ends that were told in this window: whoever hears of one first tells it, once. */
const told = new Set<number>()

interface Ways {
  readonly undo: (job: Job) => void
  readonly see: (job: Job) => void
  readonly again: (job: Job) => void
}

/** Under this id the end of a job is told. */
export const messageOf = ({ id }: Pick<Job, 'id'>) => `job ${id}`

/** A message with the way on: to the result, to the file, or back. */
export function tellJobEnd(job: Job, { undo, see, again }: Ways) {
  const end = endOf(job)
  if (!end || told.has(job.id)) return
  told.add(job.id)
  const id = messageOf(job)
  const way = (name: string, act: () => void) => (
    <UnstyledButton
      className={classes.way}
      onClick={() => {
        notifications.hide(id)
        act()
      }}
    >
      {name}
    </UnstyledButton>
  )
  notifications.show({
    id,
    title: end.cure ? end.words : undefined,
    message: (
      <span className={classes.line}>
        <span>{end.cure || end.words}</span>
        {job.files.export && (
          <a className={classes.way} href={job.files.export} download>
            {words.download}
          </a>
        )}
        {job.kind === 'import' && way(words.see, () => see(job))}
        {job.kind === 'do_not_call' && job.files.rejected && (
          <a className={classes.way} href={job.files.rejected} download>
            {words.rejected}
          </a>
        )}
        {(job.kind === 'act' || job.kind === 'do_not_call') &&
          job.undo.possible &&
          way(words.undo, () => undo(job))}
        {job.state === 'failed' && way(words.again, () => again(job))}
      </span>
    ),
    icon: <StatusGlyph {...end.look} />,
    // A file that took minutes must not be missed for having looked away.
    autoClose: job.files.export || job.files.rejected || job.state === 'failed' ? staysMs * 5 : staysMs,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': text.shell.close },
  })
}
