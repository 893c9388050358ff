import { getRouteApi, Link } from '@tanstack/react-router'
import type { Job } from '../../../../src-main/contract/jobs.ts'
import { moment } from '../../../format/time.ts'
import { text } from '../../../text/text.ts'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import { useJob } from '../../../ui/jobs/use-job.ts'
import { Page } from '../../../ui/Page.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { ImportEnd } from './ImportEnd.tsx'
import { ImportResult } from './ImportResult.tsx'
import { ImportRunning } from './ImportRunning.tsx'
import { ResultActions } from './ResultActions.tsx'

const route = getRouteApi('/contacts/imports/$id')
const words = text.imports

/** One import from its start on: its progress, then what came of every row. */
export function ImportResultPage() {
  const { id } = route.useParams()
  const { job, error, refetch } = useJob(id as Job['id'])
  const fileName = job?.asked.is === 'import' ? job.asked.fileName : undefined
  return (
    <Page
      title={words.title}
      path={<Link to="/contacts">{words.contacts}</Link>}
      fact={fileName && job && `${fileName}, ${moment(job.createdAt)}`}
      actions={job?.result?.is === 'import' && <ResultActions job={job} />}
    >
      {job ? (
        <Stage job={job} />
      ) : error ? (
        <ErrorPanel what={words.result.failed} error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonRows rows={8} height={40} />
      )}
    </Page>
  )
}

function Stage({ job }: { job: Job }) {
  switch (job.state) {
    case 'waiting':
    case 'running':
      return <ImportRunning job={job} />
    case 'done':
      return <ImportResult job={job} />
    case 'cancelled':
    case 'failed':
      return <ImportEnd job={job} />
  }
}
