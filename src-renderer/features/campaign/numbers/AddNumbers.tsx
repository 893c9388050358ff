import { Button, Checkbox, Modal } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import type { NumberRow } from '../../../../src-main/contract/numbers.ts'
import { api, queryClient } from '../../../api/client.ts'
import { phone } from '../../../format/phone.ts'
import { text } from '../../../text/text.ts'
import { NumberForm } from '../../../ui/lines/NumberForm.tsx'
import { DialogFrame } from '../../../ui/moves/DialogFrame.tsx'
import classes from './AddNumbers.module.css'

const words = text.rotation.adding

interface AddNumbersProps {
  readonly id: CampaignRow['id']
  readonly known: readonly NumberRow['id'][]
  readonly onClose: () => void
}

/** Chooses among the workspace's numbers; one that is not there yet can be added on the way. */
export function AddNumbers({ id, known, onClose }: AddNumbersProps) {
  const { data = [] } = useQuery(api.numbers.list.queryOptions())
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [isNew, setNew] = useState(false)
  const add = useMutation(
    api.numbers.addToCampaign.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.numbers.key() })
        onClose()
      },
    }),
  )
  const others = data.filter(({ id: number }) => !known.includes(number))
  if (isNew)
    return (
      <Modal opened onClose={onClose} title={text.numbers.form.title}>
        <NumberForm
          onSaved={number => {
            setNew(false)
            setChosen(before => [...before, String(number)])
          }}
          onCancel={() => setNew(false)}
        />
      </Modal>
    )
  return (
    <DialogFrame
      title={words.title}
      onClose={onClose}
      act={words.act(chosen.length)}
      disabled={chosen.length === 0}
      pending={add.isPending}
      error={add.error}
      onAct={() =>
        add.mutate({ campaign: id, numbers: chosen.map(number => Number(number) as NumberRow['id']) })
      }
    >
      {others.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Checkbox.Group label={words.label} value={[...chosen]} onChange={setChosen}>
          <div className={classes.list}>
            {others.map(({ id: number, number: e164, name }) => (
              <Checkbox key={number} value={String(number)} label={`${phone(e164)}  ${name}`} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <Button
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        className={classes.more ?? ''}
        onClick={() => setNew(true)}
      >
        {words.more}
      </Button>
    </DialogFrame>
  )
}
