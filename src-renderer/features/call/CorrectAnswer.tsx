import { Checkbox, NumberInput, SegmentedControl, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { CorrectDialog } from './CorrectDialog.tsx'
import type { Answer, CallAnswer } from './call-results.ts'

const words = text.call.correcting

interface CorrectAnswerProps {
  readonly call: CallDetail['id']
  readonly question: CallAnswer
  readonly onClose: () => void
}

/** A supervisor's answer to one of the campaign's questions, in the form that the question has. */
export function CorrectAnswer({ call, question, onClose }: CorrectAnswerProps) {
  const [counting] = question.results
  const own = counting?.source === 'supervisor' ? counting : undefined
  const [value, setValue] = useState<Answer>(counting?.value ?? emptyOf(question.form))
  const [reason, setReason] = useState(own?.evidence?.words ?? '')
  return (
    <CorrectDialog
      title={words.title(question.text)}
      mutation={api.results.correctAnswer.mutationOptions()}
      correction={{ call, question: question.id, correction: { value, reason } }}
      {...(own && { withdrawal: { call, question: question.id, correction: null } })}
      onClose={onClose}
    >
      <AnswerInput form={question.form} value={value} onChange={setValue} />
      <TextInput
        label={words.reason}
        description={words.reasonHelp}
        maxLength={500}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </CorrectDialog>
  )
}

type Form = CallAnswer['form']

function emptyOf(form: Form): Answer {
  switch (form.is) {
    case 'yes_no':
      return true
    case 'rating':
      return form.from
    case 'single_choice':
      return form.options[0] ?? ''
    case 'multiple_choice':
      return []
    default:
      return ''
  }
}

interface AnswerInputProps {
  readonly form: Form
  readonly value: Answer
  readonly onChange: (value: Answer) => void
}

function AnswerInput({ form, value, onChange }: AnswerInputProps) {
  switch (form.is) {
    case 'yes_no':
      return (
        <SegmentedControl
          aria-label={words.answer}
          data={[
            { value: 'yes', label: text.call.analyses.yes },
            { value: 'no', label: text.call.analyses.no },
          ]}
          value={value === true ? 'yes' : 'no'}
          onChange={chosen => onChange(chosen === 'yes')}
        />
      )
    case 'rating':
      return (
        <NumberInput
          label={words.rating(form.from, form.to)}
          min={form.from}
          max={form.to}
          clampBehavior="strict"
          allowDecimal={false}
          value={Number(value)}
          onChange={typed => onChange(Number(typed))}
          w={160}
        />
      )
    case 'single_choice':
      return (
        <Select
          label={words.answer}
          data={[...form.options]}
          value={String(value)}
          allowDeselect={false}
          onChange={chosen => onChange(chosen ?? '')}
        />
      )
    case 'multiple_choice':
      return (
        <Checkbox.Group
          label={words.answer}
          value={Array.isArray(value) ? [...value] : []}
          onChange={chosen => onChange(chosen)}
        >
          <Stack gap={6} mt={4}>
            {form.options.map(option => (
              <Checkbox key={option} value={option} label={option} />
            ))}
          </Stack>
        </Checkbox.Group>
      )
    case 'data_point':
      return form.type === 'number' ? (
        <NumberInput
          label={words.answer}
          value={value === '' ? '' : Number(value)}
          onChange={typed => onChange(typed === '' ? '' : Number(typed))}
        />
      ) : (
        <TextInput
          label={words.answer}
          type={form.type === 'date' ? 'date' : 'text'}
          value={String(value)}
          onChange={event => onChange(event.currentTarget.value)}
        />
      )
    case 'open':
      return (
        <TextInput
          label={words.answer}
          maxLength={2_000}
          value={String(value)}
          onChange={event => onChange(event.currentTarget.value)}
        />
      )
  }
}
