import { useState } from 'react'
import { text } from '../../../text/text.ts'
import { Choice } from '../../campaign/fields/Choice.tsx'
import { ZoneSelect } from '../../campaign/schedule/ZoneSelect.tsx'
import { Field } from '../../Field.tsx'
import { DialogFrame } from '../../moves/DialogFrame.tsx'
import type { Chosen } from './chosen.ts'
import { useAct } from './use-act.ts'

const words = text.contacts.zoning

interface ZoneDialogProps {
  readonly chosen: Chosen
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Sets the zone by hand, or leaves it to the number again. */
export function ZoneDialog({ chosen, onClose, onDone }: ZoneDialogProps) {
  const [from, setFrom] = useState<'hand' | 'number'>('hand')
  const [zone, setZone] = useState<string | null>(null)
  const act = useAct(onDone)
  const { selection, contacts } = chosen
  return (
    <DialogFrame
      title={words.title(contacts)}
      onClose={onClose}
      act={words.act(contacts)}
      disabled={from === 'hand' && zone === null}
      pending={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ selection, action: { do: 'set_zone', zone: from === 'hand' ? zone : null } })}
    >
      <Field label={words.from} help={words.fromHelp[from]}>
        <Choice
          label={words.from}
          choices={['hand', 'number'] as const}
          name={one => words.fromChoices[one]}
          value={from}
          onChange={setFrom}
        />
      </Field>
      {from === 'hand' && (
        <ZoneSelect
          label={words.zone}
          data-autofocus
          placeholder={words.choose}
          value={zone}
          onChange={setZone}
        />
      )}
    </DialogFrame>
  )
}
