import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Job } from '../../../../src-main/contract/jobs.ts'
import { text } from '../../../text/text.ts'
import { searchOf } from '../../../ui/files/import-target.ts'
import classes from './result.module.css'

const words = text.imports.result

/** An import that left nothing behind, and why. */
export const ImportEnd = ({ job }: { job: Job }) => (
  <div className={classes.running}>
    <h2 className={classes.headline}>{job.state === 'failed' ? words.failedTitle : words.cancelled}</h2>
    <p className={classes.sentence}>{job.message}</p>
    <Button
      variant="filled"
      renderRoot={props => (
        <Link
          to="/contacts/import"
          search={job.asked.is === 'import' ? searchOf(job.asked.target) : {}}
          {...props}
        />
      )}
    >
      {words.again}
    </Button>
  </div>
)
