import { ActionIcon } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Row } from '../../ui/Rows.tsx'
import { answerText } from './answer-text.ts'
import { CorrectAnswer } from './CorrectAnswer.tsx'
import type { CallAnswer } from './call-results.ts'
import { sourceOf } from './result-source.ts'
import classes from './results.module.css'

const words = text.call.analyses

/** The campaign's questions and what this conversation answered, each with its source. */
export function Analyses({ call }: { call: CallDetail }) {
  const [correcting, setCorrecting] = useState<CallAnswer>()
  if (call.analyses.length === 0) return null
  const ended = call.state === 'ended'
  return (
    <Panel title={words.title} flush>
      <ul>
        {call.analyses.map(question => {
          const [counting, found] = question.results
          return (
            <Row
              key={question.id}
              side={
                <span className={`${classes.value} num`}>
                  {counting ? answerText(counting.value) : words.noAnswer}
                </span>
              }
              act={
                ended && (
                  <ActionIcon
                    size={24}
                    aria-label={words.correct(question.text)}
                    onClick={() => setCorrecting(question)}
                  >
                    <IconPencil size={14} />
                  </ActionIcon>
                )
              }
            >
              {question.text}
              {counting && <small>{sourceOf(counting, found && answerText(found.value))}</small>}
            </Row>
          )
        })}
      </ul>
      {correcting && (
        <CorrectAnswer call={call.id} question={correcting} onClose={() => setCorrecting(undefined)} />
      )}
    </Panel>
  )
}
