import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import { useCampaignLive } from '../../api/live.ts'
import { text } from '../../text/text.ts'
import { ExportFrame, type ExportFrameProps } from './ExportFrame.tsx'
import { type ExportedRows, RowsField } from './RowsField.tsx'

const words = text.exports

type CallsToExport = Extract<ExportFrameProps['what'], { of: 'calls' }>

interface ExportCallsProps {
  /** `undefined`: the calls of all campaigns. */
  readonly campaign: CampaignRow['id'] | undefined
  /** What the table is filtered by; `undefined`: nothing. */
  readonly filter: CallsToExport['filter']
  /** How many that finds, once they are counted. */
  readonly found: number | undefined
}

/** The calls that the table shows, or all there are. */
export function ExportCalls({ campaign, ...shown }: ExportCallsProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="compact-xs" leftSection={<IconDownload size={14} />} onClick={() => setOpen(true)}>
        {words.calls}
      </Button>
      {open &&
        (campaign === undefined ? (
          <OfAll {...shown} onClose={() => setOpen(false)} />
        ) : (
          <OfCampaign campaign={campaign} {...shown} onClose={() => setOpen(false)} />
        ))}
    </>
  )
}

type DialogProps = Omit<ExportCallsProps, 'campaign'> & { readonly onClose: () => void }

const OfAll = (props: DialogProps) => <ExportDialog campaign={null} title={words.allCalls} {...props} />

function OfCampaign({ campaign, ...props }: DialogProps & { campaign: CampaignRow['id'] }) {
  const name = useCampaignLive(campaign, live => live?.campaign.name ?? '')
  return <ExportDialog campaign={campaign} title={words.callsOf(name)} {...props} />
}

interface ExportDialogProps extends DialogProps {
  readonly campaign: CampaignRow['id'] | null
  readonly title: string
}

function ExportDialog({ campaign, title, filter, found, onClose }: ExportDialogProps) {
  const [rows, setRows] = useState<ExportedRows>(filter ? 'filtered' : 'all')
  const isAll = rows === 'all'
  return (
    <ExportFrame
      what={{ of: 'calls', campaign, ...(!isAll && { filter }) }}
      columns={null}
      title={title}
      rows={filter && isAll ? undefined : found}
      onClose={onClose}
    >
      {filter && <RowsField help={words.callRowsHelp} value={rows} onChange={setRows} />}
    </ExportFrame>
  )
}
