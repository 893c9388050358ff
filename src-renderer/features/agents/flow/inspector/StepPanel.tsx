import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import {
  answersOf,
  changeStep,
  inWords,
  readingOrder,
  type StepId,
  stepOf,
} from '../../../../../src-main/contract/flow.ts'
import { text } from '../../../../text/text.ts'
import { StatusGlyph } from '../../../../ui/StatusGlyph.tsx'
import { stepIcons } from '../../step-looks.ts'
import type { Editor } from '../use-editor.ts'
import classes from './inspector.module.css'
import { StepFields } from './StepFields.tsx'
import { StepName } from './StepName.tsx'

const words = text.flow.inspector

interface StepPanelProps {
  readonly editor: Editor
  readonly id: StepId
  /** Names of contact fields. */
  readonly fields: readonly string[]
}

/** One step with its errors, its fields and where each of its ways leads. */
export function StepPanel({ editor, id, fields }: StepPanelProps) {
  const { flow, faults, apply, choose, remove, rename } = editor
  const step = stepOf(flow, id)
  if (step === null) return null
  const Icon = stepIcons[step.do]
  const order = readingOrder(flow)
  const wrong = faults.filter(fault => fault.step === id)
  return (
    <>
      <div className={classes.head}>
        <Icon size={16} stroke={1.6} aria-hidden="true" />
        <h2 className={classes.title}>{inWords(id)}</h2>
        <ActionIcon size="sm" aria-label={words.close} onClick={() => choose([])}>
          <IconX size={14} />
        </ActionIcon>
      </div>
      <p className={classes.place}>
        {words.place(text.flow.kinds[step.do], order.indexOf(id) + 1, order.length)}
        {id === flow.start && ` · ${words.isStart}`}
      </p>
      {wrong.length > 0 && (
        <ul className={classes.errors}>
          {wrong.map(({ message, outlet }) => (
            <li key={`${outlet} ${message}`}>
              <StatusGlyph shape="alert" hue="red" size={13} />
              <span>{message}</span>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.fields} key={id}>
        <StepName id={id} isTaken={name => stepOf(flow, name) !== null} onRename={name => rename(id, name)} />
        <StepFields
          names={[...answersOf(flow), ...fields]}
          edit={{
            flow,
            id,
            step,
            change: (next, about) =>
              apply(now => changeStep(now, id, next), about === undefined ? undefined : `${about} of ${id}`),
          }}
        />
      </div>
      <div className={classes.acts}>
        {id !== flow.start && (
          <Button onClick={() => apply(now => ({ ...now, start: id }))}>{words.makeStart}</Button>
        )}
        <Button onClick={() => remove([id])}>{words.remove}</Button>
      </div>
    </>
  )
}
