import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { Choice } from '../campaign/fields/Choice.tsx'
import { Field } from '../Field.tsx'
import { DialogFrame } from '../moves/DialogFrame.tsx'
import { GroupPicker } from './add/GroupPicker.tsx'
import { type Group, queryOf } from './add/groups.ts'
import { useAct } from './bulk/use-act.ts'
import { WhoCanBeCalled } from './bulk/WhoCanBeCalled.tsx'

const words = text.campaign.contacts.add
const priorities = ['high', 'normal', 'low'] as const

interface AddToCampaignProps {
  readonly campaign: CampaignRow['id']
  readonly name: string
  readonly onClose: () => void
}

/** Lists, segments or everybody come in; how many are new, and could be called, is said before. */
export function AddToCampaign({ campaign, name, onClose }: AddToCampaignProps) {
  const lists = useQuery(api.lists.all.queryOptions()).data ?? []
  const segments = useQuery(api.segments.all.queryOptions()).data ?? []
  const [groups, setGroups] = useState<readonly Group[]>([])
  const [priority, setPriority] = useState<(typeof priorities)[number]>('normal')
  const query = useMemo(() => queryOf(groups), [groups])
  const selection = useMemo(() => ({ query: { ...(query ?? queryOfNobody), search: '' } }), [query])
  const asked = useQuery({
    ...api.contacts.callable.queryOptions({ input: { selection, campaign } }),
    enabled: query !== undefined,
  })
  const act = useAct(onClose)
  const fresh = query && asked.data?.fresh
  return (
    <DialogFrame
      title={words.title(name)}
      onClose={onClose}
      act={fresh === undefined ? words.act : words.actCount(fresh)}
      disabled={query === undefined || fresh === 0}
      pending={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ selection, action: { do: 'add_to_campaign', campaign, priority } })}
    >
      <GroupPicker lists={lists} segments={segments} chosen={groups} onChange={setGroups} />
      <Field label={text.contacts.joining.priority}>
        <Choice
          label={text.contacts.joining.priority}
          choices={priorities}
          name={one => text.words.priorities[one]}
          value={priority}
          onChange={setPriority}
        />
      </Field>
      {query && <WhoCanBeCalled selection={selection} campaign={campaign} />}
    </DialogFrame>
  )
}

const queryOfNobody = { scope: { of: 'all' }, filter: null } as const
