import { Button, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Job } from '../../../../src-main/contract/jobs.ts'
import { text } from '../../../text/text.ts'
import { UndoImportDialog } from '../../../ui/jobs/UndoImportDialog.tsx'
import { ToCampaign } from './ToCampaign.tsx'
import { useCampaignWith } from './use-campaign-with.ts'

const words = text.imports.result

/** Back as a whole, or on with them. */
export function ResultActions({ job }: { job: Job }) {
  const [asking, setAsking] = useState(false)
  const { possible, why } = job.undo
  const { asked } = job
  return (
    <>
      <Tooltip label={why} disabled={possible || why === ''}>
        <Button
          leftSection={<IconArrowBackUp size={14} />}
          aria-disabled={!possible}
          {...(!possible && { 'data-disabled': true })}
          onClick={() => possible && setAsking(true)}
        >
          {words.undo}
        </Button>
      </Tooltip>
      {asked.is === 'import' && asked.target.into === 'campaign' ? (
        <ToCampaign id={asked.target.campaign} />
      ) : (
        <NewCampaign job={job} />
      )}
      {asking && <UndoImportDialog job={job} onClose={() => setAsking(false)} />}
    </>
  )
}

function NewCampaign({ job }: { job: Job }) {
  const campaign = useCampaignWith(job)
  return (
    <Button
      variant="filled"
      leftSection={<IconPlus size={14} />}
      loading={campaign.isPending}
      disabled={job.undoneBy !== null}
      onClick={() => campaign.mutate()}
    >
      {words.campaign}
    </Button>
  )
}
