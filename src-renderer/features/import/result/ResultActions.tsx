import { Button, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowRight, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import type { Job } from '../../../../src-main/contract/jobs.ts'
import { api } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { UndoImportDialog } from './UndoImportDialog.tsx'
import { useCampaignWith } from './use-campaign-with.ts'

const words = text.imports.result

/** Back as a whole, or on with them. */
export function ResultActions({ job }: { job: Job }) {
  const [asking, setAsking] = useState(false)
  const campaign = useCampaignWith(job)
  const { possible, why } = job.undo
  const into =
    job.asked.is === 'import' && job.asked.target.into === 'campaign' ? job.asked.target.campaign : undefined
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
      {into === undefined ? (
        <Button
          variant="filled"
          leftSection={<IconPlus size={14} />}
          loading={campaign.isPending}
          disabled={job.undoneBy !== null}
          onClick={() => campaign.mutate()}
        >
          {words.campaign}
        </Button>
      ) : (
        <ToCampaign id={into} />
      )}
      {asking && <UndoImportDialog job={job} onClose={() => setAsking(false)} />}
    </>
  )
}

/** A draft goes on where it was left, any other campaign shows whom it has. */
function ToCampaign({ id }: { id: CampaignRow['id'] }) {
  const campaign = useQuery(api.campaigns.get.queryOptions({ input: { id } })).data?.campaign
  if (!campaign) return null
  const goOn = words.goOn(campaign.name)
  return (
    <Button
      variant="filled"
      rightSection={<IconArrowRight size={14} />}
      renderRoot={props =>
        campaign.state === 'draft' ? (
          <Link to="/campaigns/new" search={{ campaign: id, step: 'contacts' }} {...props} />
        ) : (
          <Link to="/campaigns/$id/contacts" params={{ id }} {...props} />
        )
      }
    >
      {goOn}
    </Button>
  )
}
