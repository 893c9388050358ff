import { Button, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Job } from '../../../../src-main/contract/jobs.ts'
import { text } from '../../../text/text.ts'
import { UndoImportDialog } from './UndoImportDialog.tsx'
import { useCampaignWith } from './use-campaign-with.ts'

const words = text.imports.result

/** Back as a whole, or on with them. */
export function ResultActions({ job }: { job: Job }) {
  const [asking, setAsking] = useState(false)
  const campaign = useCampaignWith(job)
  const { possible, why } = job.undo
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
      <Button
        variant="filled"
        leftSection={<IconPlus size={14} />}
        loading={campaign.isPending}
        disabled={job.undoneBy !== null}
        onClick={() => campaign.mutate()}
      >
        {words.campaign}
      </Button>
      {asking && <UndoImportDialog job={job} onClose={() => setAsking(false)} />}
    </>
  )
}
