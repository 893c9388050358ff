import { Select, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import type { Goal, ToldByFlow } from '../../../../src-main/contract/results.ts'
import { api, queryClient } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { ConflictDialog } from '../../conflict/ConflictDialog.tsx'
import { conflictOf } from '../../conflict/conflict-of.ts'
import { overTheirs } from '../../conflict/over-theirs.ts'
import { DialogFrame } from '../../moves/DialogFrame.tsx'
import classes from './goals.module.css'
import { RuleRows } from './RuleRows.tsx'

const words = text.goals.goal
const kinds = Object.entries(text.goals.kinds).map(([value, label]) => ({ value, label }))

const reload = () => queryClient.invalidateQueries({ queryKey: api.results.key() })
const formOf = ({ name, description, kind, key, rules }: Goal) => ({ name, description, kind, key, rules })

interface GoalDialogProps {
  readonly campaign: CampaignRow['id']
  /** Left out: a new one. */
  readonly goal: Goal | undefined
  readonly flow: ToldByFlow
  readonly onClose: () => void
}

export function GoalDialog({ campaign, goal, flow, onClose }: GoalDialogProps) {
  const [opened] = useState(() => goal && formOf(goal))
  const [name, setName] = useState(goal?.name ?? '')
  const [description, setDescription] = useState(goal?.description ?? '')
  const [kind, setKind] = useState<Goal['kind']>(goal?.kind ?? 'appointment')
  const [key, setKey] = useState(goal?.key ?? '')
  const [rules, setRules] = useState(goal?.rules ?? [])
  const [tried, setTried] = useState(false)
  const missing = name.trim() === ''
  const save = useMutation(
    api.results.saveGoal.mutationOptions({
      onSuccess: () => reload().then(onClose),
    }),
  )
  if (conflictOf(save.error))
    return (
      <ConflictDialog
        save={save}
        names={{
          name: words.name,
          description: words.description,
          kind: words.kind,
          key: words.key,
          rules: text.goals.rules.title,
        }}
        show={{ kind: (of: Goal['kind']) => text.goals.kinds[of] }}
        mine={({ goal, ...sent }, conflict) => ({ ...sent, goal: overTheirs(goal, conflict) })}
        onTheirs={() => void reload().then(onClose)}
      />
    )
  const steps = goal && !flow.goals.includes(goal.key) ? [goal.key, ...flow.goals] : flow.goals
  return (
    <DialogFrame
      wide
      title={goal ? words.edit(goal.name) : words.add}
      act={goal ? words.save : words.add}
      onClose={onClose}
      pending={save.isPending}
      error={save.error}
      onAct={() => {
        setTried(true)
        if (missing) return
        const own = { name: name.trim(), description: description.trim(), kind, rules: [...rules] }
        save.mutate({
          campaign,
          goal: { ...own, ...(goal && { id: goal.id, opened }), ...(key !== '' && { key }) },
        })
      }}
    >
      <TextInput
        label={words.name}
        maxLength={200}
        value={name}
        error={tried && missing ? words.nameMissing : undefined}
        onChange={event => setName(event.currentTarget.value)}
      />
      <Textarea
        label={words.description}
        maxLength={2_000}
        autosize
        minRows={2}
        value={description}
        onChange={event => setDescription(event.currentTarget.value)}
      />
      <div className={classes.pair}>
        <Select
          label={words.kind}
          data={kinds}
          value={kind}
          allowDeselect={false}
          onChange={value => setKind(value as Goal['kind'])}
        />
        {steps.length > 0 && (
          <Select
            label={words.key}
            description={words.keyHelp}
            data={[{ value: '', label: words.noStep }, ...steps.map(value => ({ value, label: value }))]}
            value={key}
            allowDeselect={false}
            onChange={value => setKey(value ?? '')}
          />
        )}
      </div>
      <RuleRows rules={rules} flow={flow} onChange={setRules} />
    </DialogFrame>
  )
}
