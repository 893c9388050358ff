import { Button, Modal, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { TrunkForm } from '../../lines/TrunkForm.tsx'
import fields from '../fields/fields.module.css'
import { useCampaignForm, useFormFacts } from '../form/context.ts'
import type { Values } from '../form/values.ts'
import classes from './TrunkGroup.module.css'
import { TrunkLine } from './TrunkLine.tsx'

const words = text.settings.basics

const MOST = 8

/** The trunk, or the trunks in the order in which they are tried. */
export function TrunkGroup() {
  const form = useCampaignForm()
  const { may } = useFormFacts()
  const all = useQuery(api.trunks.list.queryOptions())
  const [adding, setAdding] = useState(false)
  const group = form.values.trunks
  const others = (all.data ?? []).filter(({ id }) => !group.includes(id))
  const set = (next: Values['trunks']) => form.setFieldValue('trunks', next)
  const disabled = !may('trunks')
  const isFull = group.length >= MOST
  const error = form.errors.trunks
  return (
    <div data-field="trunks">
      {group.length > 0 && (
        <>
          <p className={classes.label}>{group.length > 1 ? words.trunks : words.trunk}</p>
          <ol className={classes.list} aria-label={words.trunks}>
            {group.map((id, at) => (
              <TrunkLine
                key={id}
                trunk={all.data?.find(one => one.id === id)}
                place={at}
                of={group.length}
                disabled={disabled}
                onMove={to => set(group.with(at, group[to] ?? id).with(to, id))}
                onRemove={() => set(group.filter(one => one !== id))}
              />
            ))}
          </ol>
        </>
      )}
      <div className={classes.add}>
        <Select
          label={group.length === 0 ? words.trunk : undefined}
          aria-label={group.length === 0 ? undefined : words.addTrunk}
          placeholder={placeholder(group.length, all.data?.length ?? 0)}
          disabled={disabled || isFull || others.length === 0}
          data={others.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={null}
          onChange={chosen => {
            const one = others.find(({ id }) => String(id) === chosen)
            if (one) set([...group, one.id])
          }}
        />
        <Button
          leftSection={<IconPlus size={14} />}
          disabled={disabled || isFull}
          onClick={() => setAdding(true)}
        >
          {text.trunks.add}
        </Button>
      </div>
      {error ? (
        <p className={classes.error} role="alert">
          {error}
        </p>
      ) : (
        group.length > 1 && <p className={fields.help}>{words.trunksHelp}</p>
      )}
      <Modal opened={adding} onClose={() => setAdding(false)} title={text.trunks.form.addTitle}>
        <TrunkForm
          onCancel={() => setAdding(false)}
          onSaved={id => {
            set([...form.getValues().trunks, id])
            setAdding(false)
          }}
        />
      </Modal>
    </div>
  )
}

const placeholder = (chosen: number, known: number): string => {
  if (chosen > 0) return words.addTrunk
  return known === 0 ? words.noTrunk : words.defaultTrunk
}
