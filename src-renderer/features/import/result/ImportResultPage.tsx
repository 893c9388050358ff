import { getRouteApi, Link } from '@tanstack/react-router'
import type { Job } from '../../../../src-main/contract/jobs.ts'
import { moment } from '../../../format/time.ts'
import { text } from '../../../text/text.ts'
import { useJob } from '../../../ui/jobs/use-job.ts'
import { Page } from '../../../ui/Page.tsx'
import { RecordPage } from '../../../ui/record/RecordPage.tsx'
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
  const path = <Link to="/contacts">{words.contacts}</Link>
  return (
    <RecordPage
      query={{ data: job, error, refetch }}
      path={path}
      all="/contacts/history"
      words={{ ...words.result, waiting: words.title }}
    >
      {found => (
        <Page
          title={words.title}
          path={path}
          fact={found.asked.is === 'import' && `${found.asked.fileName}, ${moment(found.createdAt)}`}
          actions={found.result?.is === 'import' && <ResultActions job={found} />}
        >
          <Stage job={found} />
        </Page>
      )}
    </RecordPage>
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
