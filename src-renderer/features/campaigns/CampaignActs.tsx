import { IconCopy, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import { text } from '../../text/text.ts'
import { askMove } from '../../ui/moves/ask.ts'
import { DuplicateDialog } from '../../ui/moves/DuplicateDialog.tsx'
import { RowAct } from '../../ui/RowAct.tsx'

const words = text.campaigns

/** What can be done with a campaign as a whole; its name opens it, its status has the other moves. */
export function CampaignActs({ campaign }: { campaign: CampaignRow }) {
  const { id, name, moves } = campaign
  const [copying, setCopying] = useState(false)
  return (
    <>
      <RowAct
        label={text.settings.duplicate.act}
        named={words.duplicateNamed(name)}
        onAct={() => setCopying(true)}
      >
        <IconCopy size={14} />
      </RowAct>
      {moves.includes('delete') && (
        <RowAct
          label={text.moves.names.delete}
          named={words.deleteNamed(name)}
          onAct={() => askMove({ id, name, move: 'delete' })}
        >
          <IconTrash size={14} />
        </RowAct>
      )}
      {copying && <DuplicateDialog campaign={campaign} onClose={() => setCopying(false)} />}
    </>
  )
}
