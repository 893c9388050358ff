import { NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import type { AnswerForm, Question, ToldByFlow } from '../../../../src-main/contract/results.ts'
import { api, queryClient } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { ConflictDialog } from '../../conflict/ConflictDialog.tsx'
import { conflictOf } from '../../conflict/conflict-of.ts'
import { overTheirs } from '../../conflict/over-theirs.ts'
import { DialogFrame } from '../../moves/DialogFrame.tsx'
import classes from './goals.module.css'
import { optionsIn, takenFrom } from './question-form.ts'

const words = text.goals.form
const forms = Object.entries(text.goals.forms).map(([value, label]) => ({ value, label }))
const dataTypes = Object.entries(text.goals.data).map(([value, label]) => ({ value, label }))

const reload = () => queryClient.invalidateQueries({ queryKey: api.results.key() })
const formOf = ({ key, text, form, isActive, rules }: Question) => ({ key, text, form, isActive, rules })
const shownForm = (form: AnswerForm): string =>
  [text.goals.forms[form.is], ...('options' in form ? form.options : [])].join(', ')

interface QuestionDialogProps {
  readonly campaign: CampaignRow['id']
  /** Left out: a new one. */
  readonly question: Question | undefined
  readonly flow: ToldByFlow
  readonly onClose: () => void
}

export function QuestionDialog({ campaign, question, flow, onClose }: QuestionDialogProps) {
  const [opened] = useState(() => question && formOf(question))
  const [asked, setAsked] = useState(question?.text ?? '')
  const [form, setForm] = useState<AnswerForm>(question?.form ?? { is: 'yes_no' })
  const [options, setOptions] = useState(
    question?.form && 'options' in question.form ? question.form.options.join('\n') : '',
  )
  const [isActive, setActive] = useState(question?.isActive ?? true)
  const [take, setTake] = useState(
    question?.rules.flatMap(rule => ('take' in rule ? [rule.take] : []))[0] ?? '',
  )
  const [tried, setTried] = useState(false)
  const hasOptions = form.is === 'single_choice' || form.is === 'multiple_choice'
  const named = optionsIn(options)
  const missing = asked.trim() === ''
  const tooFew = hasOptions && named.length < 2
  const save = useMutation(
    api.results.saveQuestion.mutationOptions({
      onSuccess: () => reload().then(onClose),
    }),
  )
  if (conflictOf(save.error))
    return (
      <ConflictDialog
        save={save}
        names={{ text: words.text, form: words.kind, isActive: words.active, rules: words.take }}
        show={{ form: (of: AnswerForm) => shownForm(of) }}
        mine={({ question, ...sent }, conflict) => ({ ...sent, question: overTheirs(question, conflict) })}
        onTheirs={() => void reload().then(onClose)}
      />
    )
  return (
    <DialogFrame
      title={question ? words.edit(question.text) : words.add}
      act={question ? words.save : words.add}
      onClose={onClose}
      pending={save.isPending}
      error={save.error}
      onAct={() => {
        setTried(true)
        if (missing || tooFew) return
        const shape: AnswerForm = hasOptions ? { is: form.is, options: named } : form
        const rules = takenFrom(take, shape, question, flow)
        save.mutate({
          campaign,
          question: {
            ...(question && { id: question.id, key: question.key, opened }),
            text: asked.trim(),
            form: shape,
            isActive,
            rules,
          },
        })
      }}
    >
      <TextInput
        label={words.text}
        maxLength={200}
        value={asked}
        error={tried && missing ? words.textMissing : undefined}
        onChange={event => setAsked(event.currentTarget.value)}
      />
      <Select
        label={words.kind}
        data={forms}
        value={form.is}
        allowDeselect={false}
        onChange={value => setForm(emptyForm(value as AnswerForm['is']))}
      />
      {hasOptions && (
        <Textarea
          label={words.options}
          autosize
          minRows={3}
          value={options}
          error={tried && tooFew ? words.optionsMissing : undefined}
          onChange={event => setOptions(event.currentTarget.value)}
        />
      )}
      {form.is === 'rating' && (
        <div className={classes.pair}>
          <NumberInput
            label={words.from}
            min={0}
            max={9}
            clampBehavior="strict"
            allowDecimal={false}
            value={form.from}
            onChange={value => setForm({ ...form, from: Number(value) })}
          />
          <NumberInput
            label={words.to}
            min={1}
            max={10}
            clampBehavior="strict"
            allowDecimal={false}
            value={form.to}
            onChange={value => setForm({ ...form, to: Number(value) })}
          />
        </div>
      )}
      {form.is === 'data_point' && (
        <Select
          label={words.type}
          data={dataTypes}
          value={form.type}
          allowDeselect={false}
          onChange={value => setForm({ is: 'data_point', type: value as typeof form.type })}
        />
      )}
      {flow.asks.length > 0 && (
        <Select
          label={words.take}
          description={words.takeHelp}
          data={[
            { value: '', label: words.takeNone },
            ...flow.asks.map(({ store }) => ({ value: store, label: store })),
          ]}
          value={take}
          allowDeselect={false}
          onChange={value => setTake(value ?? '')}
        />
      )}
      <Switch
        label={words.active}
        checked={isActive}
        onChange={event => setActive(event.currentTarget.checked)}
      />
    </DialogFrame>
  )
}

function emptyForm(is: AnswerForm['is']): AnswerForm {
  switch (is) {
    case 'single_choice':
    case 'multiple_choice':
      return { is, options: [] }
    case 'rating':
      return { is, from: 1, to: 5 }
    case 'data_point':
      return { is, type: 'text' }
    default:
      return { is }
  }
}
