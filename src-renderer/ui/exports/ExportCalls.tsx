import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import { useCampaignLive } from '../../api/live.ts'
import { text } from '../../text/text.ts'
import { ExportFrame } from './ExportFrame.tsx'

const words = text.exports

interface ExportCallsProps {
  /** `undefined`: the calls of all campaigns. */
  readonly campaign: CampaignRow['id'] | undefined
}

/** All calls, or those of one campaign, whatever the table is filtered by. */
export function ExportCalls({ campaign }: ExportCallsProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="compact-xs" leftSection={<IconDownload size={14} />} onClick={() => setOpen(true)}>
        {words.calls}
      </Button>
      {open &&
        (campaign === undefined ? (
          <OfAll onClose={() => setOpen(false)} />
        ) : (
          <OfCampaign campaign={campaign} onClose={() => setOpen(false)} />
        ))}
    </>
  )
}

const OfAll = ({ onClose }: { onClose: () => void }) => (
  <ExportFrame
    what={{ of: 'calls', campaign: null }}
    columns={null}
    title={words.allCalls}
    rows={undefined}
    onClose={onClose}
  />
)

function OfCampaign({ campaign, onClose }: { campaign: CampaignRow['id']; onClose: () => void }) {
  const name = useCampaignLive(campaign, live => live?.campaign.name ?? '')
  return (
    <ExportFrame
      what={{ of: 'calls', campaign }}
      columns={null}
      title={words.callsOf(name)}
      rows={undefined}
      onClose={onClose}
    />
  )
}
