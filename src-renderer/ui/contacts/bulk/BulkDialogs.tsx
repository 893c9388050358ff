import { DeleteContactsDialog, DoNotCallDialog } from './AskOnce.tsx'
import type { BulkDialog } from './BulkBar.tsx'
import { CampaignDialog } from './CampaignDialog.tsx'
import type { Chosen } from './chosen.ts'
import { FieldDialog } from './FieldDialog.tsx'
import { LanguageDialog } from './LanguageDialog.tsx'
import { ListDialog } from './ListDialog.tsx'
import { TagDialog } from './TagDialog.tsx'
import { ZoneDialog } from './ZoneDialog.tsx'

interface BulkDialogsProps {
  readonly asked: BulkDialog
  readonly chosen: Chosen
  readonly onClose: () => void
  readonly onDone: () => void
}

export function BulkDialogs({ asked, ...props }: BulkDialogsProps) {
  switch (asked) {
    case 'campaign':
      return <CampaignDialog {...props} />
    case 'add_tags':
      return <TagDialog adds {...props} />
    case 'remove_tags':
      return <TagDialog adds={false} {...props} />
    case 'add_to_list':
      return <ListDialog {...props} />
    case 'language':
      return <LanguageDialog {...props} />
    case 'zone':
      return <ZoneDialog {...props} />
    case 'field':
      return <FieldDialog {...props} />
    case 'do_not_call':
      return <DoNotCallDialog {...props} />
    case 'delete':
      return <DeleteContactsDialog {...props} />
  }
}
