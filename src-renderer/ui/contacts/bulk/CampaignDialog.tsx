import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import { api } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { Choice } from '../../campaign/fields/Choice.tsx'
import { Field } from '../../Field.tsx'
import { DialogFrame } from '../../moves/DialogFrame.tsx'
import type { Chosen } from './chosen.ts'
import { useAct } from './use-act.ts'
import { WhoCanBeCalled } from './WhoCanBeCalled.tsx'

const words = text.contacts.joining
const priorities = ['high', 'normal', 'low'] as const
const ended: ReadonlySet<CampaignRow['state']> = new Set(['cancelled', 'completed'])

interface CampaignDialogProps {
  readonly chosen: Chosen
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Says how many of them could be called, and why the others could not, before they come in. */
export function CampaignDialog({ chosen, onClose, onDone }: CampaignDialogProps) {
  const campaigns = useQuery(api.campaigns.list.queryOptions({ input: {} })).data ?? []
  const open = campaigns.filter(({ state }) => !ended.has(state))
  const [campaign, setCampaign] = useState<CampaignRow['id']>()
  const [priority, setPriority] = useState<(typeof priorities)[number]>('normal')
  const act = useAct(onDone)
  return (
    <DialogFrame
      title={words.title(chosen.contacts)}
      onClose={onClose}
      act={words.act(chosen.contacts)}
      disabled={campaign === undefined}
      pending={act.isPending}
      error={act.error}
      onAct={() =>
        campaign !== undefined &&
        act.mutate({ selection: chosen.selection, action: { do: 'add_to_campaign', campaign, priority } })
      }
    >
      <Select
        label={words.campaign}
        placeholder={words.choose}
        data-autofocus
        searchable
        maxDropdownHeight={240}
        data={open.map(({ id, name, state }) => ({
          value: String(id),
          label: `${name} (${text.sentence.within(text.words.campaigns[state])})`,
        }))}
        value={campaign === undefined ? null : String(campaign)}
        onChange={next => setCampaign(open.find(({ id }) => String(id) === next)?.id)}
      />
      <Field label={words.priority}>
        <Choice
          label={words.priority}
          choices={priorities}
          name={one => text.words.priorities[one]}
          value={priority}
          onChange={setPriority}
        />
      </Field>
      {campaign !== undefined && <WhoCanBeCalled selection={chosen.selection} campaign={campaign} />}
    </DialogFrame>
  )
}
