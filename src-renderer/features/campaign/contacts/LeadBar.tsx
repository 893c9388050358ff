import { text } from '../../../text/text.ts'
import { Act, Acts, BulkFrame } from '../../../ui/contacts/bulk/BulkBar.tsx'

const words = text.campaign.contacts.bulk
const priorities = ['high', 'normal', 'low'] as const
export type LeadPriority = (typeof priorities)[number]

/** What is done at once with those who were selected. */
export type LeadAct = 'retry_now' | 'call_first' | 'skip' | 'remove'
export type LeadDialog = 'add_tags' | 'do_not_call'

interface LeadBarProps {
  readonly contacts: number
  /** All that match; `undefined` where all are selected already. */
  readonly all: number | undefined
  readonly onAll: () => void
  readonly onAct: (act: LeadAct) => void
  readonly onPriority: (priority: LeadPriority) => void
  readonly onAsk: (dialog: LeadDialog) => void
  readonly onClear: () => void
}

export const LeadBar = ({ onAct, onPriority, onAsk, ...frame }: LeadBarProps) => (
  <BulkFrame {...frame}>
    <Act word={words.retryNow} onClick={() => onAct('retry_now')} />
    <Act word={words.callFirst} onClick={() => onAct('call_first')} />
    <Acts
      word={words.priority}
      acts={priorities.map(priority => [text.words.priorities[priority], () => onPriority(priority)])}
    />
    <Act word={words.skip} onClick={() => onAct('skip')} />
    <Act word={words.remove} onClick={() => onAct('remove')} />
    <Act word={words.tag} onClick={() => onAsk('add_tags')} />
    <Act word={words.doNotCall} danger onClick={() => onAsk('do_not_call')} />
  </BulkFrame>
)
