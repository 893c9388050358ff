import { Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconArrowBackUp,
  IconFileExport,
  IconFileImport,
  IconPhoneOff,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Job } from '../../../src-main/contract/jobs.ts'
import { text } from '../../text/text.ts'
import { JobBar } from './JobBar.tsx'
import classes from './JobCard.module.css'
import { useCancelJob } from './use-cancel-job.ts'

const words = text.jobs

const icons = {
  import: IconFileImport,
  export: IconFileExport,
  act: IconUsers,
  do_not_call: IconPhoneOff,
  undo: IconArrowBackUp,
} satisfies Record<Job['kind'], TablerIcon>

/** One job at work, in the corner of every page. */
export function JobCard({ job }: { job: Job }) {
  const cancel = useCancelJob()
  const title = text.told(job.title)
  const Icon = icons[job.kind]
  const mayCancel = job.state === 'waiting' || job.progress?.mayBeCancelled === true
  return (
    <li className={classes.card}>
      <div className={classes.head}>
        <Icon size={15} stroke={1.6} aria-hidden="true" />
        <Tooltip label={title}>
          <strong className={classes.title}>{title}</strong>
        </Tooltip>
        {mayCancel && (
          <UnstyledButton
            className={classes.cancel}
            aria-label={words.cancelNamed(title)}
            disabled={cancel.isPending || cancel.isSuccess}
            onClick={() => cancel.mutate({ id: job.id })}
          >
            {words.cancel}
          </UnstyledButton>
        )}
      </div>
      <JobBar job={job} />
    </li>
  )
}
