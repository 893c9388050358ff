import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import { api } from '../../api/client.ts'
import { count } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { Choice } from '../campaign/fields/Choice.tsx'
import { Field } from '../Field.tsx'
import { DialogFrame } from '../moves/DialogFrame.tsx'
import type { Chosen } from './bulk/chosen.ts'
import { useAct } from './bulk/use-act.ts'
import { WhoCanBeCalled } from './bulk/WhoCanBeCalled.tsx'

const words = text.campaign.contacts.add
const priorities = ['high', 'normal', 'low'] as const

interface AddToCampaignProps {
  readonly campaign: CampaignRow['id']
  readonly name: string
  readonly onClose: () => void
}

/** A list, a segment or everybody comes in; how many could be called is said before. */
export function AddToCampaign({ campaign, name, onClose }: AddToCampaignProps) {
  const lists = useQuery(api.lists.all.queryOptions()).data ?? []
  const segments = useQuery(api.segments.all.queryOptions()).data ?? []
  const [from, setFrom] = useState<string | null>(null)
  const [priority, setPriority] = useState<(typeof priorities)[number]>('normal')
  const selection = selectionOf(from)
  const found = useQuery({
    ...api.contacts.count.queryOptions({ input: { query: selection?.query ?? everybody } }),
    enabled: selection !== undefined,
  })
  const act = useAct(onClose)
  const contacts = found.data?.contacts
  return (
    <DialogFrame
      title={words.title(name)}
      onClose={onClose}
      act={contacts === undefined ? words.act : words.actCount(contacts)}
      disabled={selection === undefined || contacts === 0}
      pending={act.isPending}
      error={act.error}
      onAct={() =>
        selection && act.mutate({ selection, action: { do: 'add_to_campaign', campaign, priority } })
      }
    >
      <Select
        label={words.from}
        placeholder={words.choose}
        data-autofocus
        searchable
        maxDropdownHeight={260}
        data={[
          {
            group: text.contacts.lists,
            items: lists.map(list => ({
              value: `list ${list.id}`,
              label: `${list.name}, ${count(list.contacts)}`,
            })),
          },
          {
            group: text.contacts.segments,
            items: segments.map(segment => ({ value: `segment ${segment.id}`, label: segment.name })),
          },
          { group: text.contacts.title, items: [{ value: 'all', label: text.contacts.all }] },
        ]}
        value={from}
        onChange={setFrom}
      />
      <Field label={text.contacts.joining.priority}>
        <Choice
          label={text.contacts.joining.priority}
          choices={priorities}
          name={one => text.words.priorities[one]}
          value={priority}
          onChange={setPriority}
        />
      </Field>
      {selection && contacts !== undefined && (
        <WhoCanBeCalled chosen={{ selection, contacts }} campaign={campaign} />
      )}
    </DialogFrame>
  )
}

type Query = Extract<Chosen['selection'], { query: unknown }>['query']
const everybody: Query = { scope: { of: 'all' } }

/** `list 3`, `segment 4`, `all`. */
function selectionOf(from: string | null) {
  if (from === null) return undefined
  const [of, id] = from.split(' ')
  const scope = of === 'all' ? { of } : of === 'list' ? { of, list: Number(id) } : { of, segment: Number(id) }
  return { query: { scope: scope as Query['scope'] } }
}
