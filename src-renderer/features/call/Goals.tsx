import { ActionIcon } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { clock } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import { NoRows, Row } from '../../ui/Rows.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import type { Look } from '../../ui/status.ts'
import { CorrectGoal } from './CorrectGoal.tsx'
import type { CallGoal, Outcome } from './call-results.ts'
import { sourceOf } from './result-source.ts'
import classes from './results.module.css'

const words = text.call.goals
const looks = {
  achieved: { shape: 'disc-tick', hue: 'green' },
  partially_achieved: { shape: 'half-disc', hue: 'violet' },
  not_achieved: { shape: 'ring', hue: 'gray' },
} satisfies Record<Outcome, Look>
const unknown: Look = { shape: 'dashed-ring', hue: 'gray' }

/** What the call reached of its campaign's goals, each with its source; a supervisor may set it right. */
export function Goals({ call }: { call: CallDetail }) {
  const { goals, state, settlesAt } = call
  const [correcting, setCorrecting] = useState<CallGoal>()
  const ended = state === 'ended'
  return (
    <Panel
      title={words.title}
      fact={ended && settlesAt !== null ? words.settles(clock(settlesAt)) : undefined}
      flush
    >
      {goals.length === 0 && <NoRows>{words.none}</NoRows>}
      <ul>
        {goals.map(goal => {
          const [counting, found] = goal.results
          return (
            <Row
              key={goal.id}
              mark={<StatusGlyph {...(counting ? looks[counting.outcome] : unknown)} />}
              side={<span className={`${classes.value} num`}>{counting?.score}</span>}
              act={
                ended && (
                  <ActionIcon
                    size={24}
                    aria-label={words.correct(goal.name)}
                    onClick={() => setCorrecting(goal)}
                  >
                    <IconPencil size={14} />
                  </ActionIcon>
                )
              }
            >
              <span className={classes.goal}>{goal.name}</span>
              {goal.isPrimary && <span className={classes.primary}>{words.primary}</span>}
              <small>
                {counting
                  ? `${text.words.goals[counting.outcome]} · ${sourceOf(counting, found && text.words.goals[found.outcome])}`
                  : ended
                    ? words.unknown
                    : words.notYet}
              </small>
            </Row>
          )
        })}
      </ul>
      {correcting && (
        <CorrectGoal call={call.id} goal={correcting} onClose={() => setCorrecting(undefined)} />
      )}
    </Panel>
  )
}
