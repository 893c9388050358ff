import { Button } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconPencil, IconStar } from '@tabler/icons-react'
import { useState } from 'react'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import type { Goal, Question } from '../../../../src-main/contract/results.ts'
import { text } from '../../../text/text.ts'
import { ErrorPanel } from '../../ErrorPanel.tsx'
import { Panel } from '../../Panel.tsx'
import { RowAct } from '../../RowAct.tsx'
import { NoRows, Row } from '../../Rows.tsx'
import { SkeletonRows } from '../../Skeleton.tsx'
import fields from '../fields/fields.module.css'
import { foundBy } from './found-by.ts'
import { GoalDialog } from './GoalDialog.tsx'
import classes from './goals.module.css'
import { QuestionDialog } from './QuestionDialog.tsx'
import { useResults } from './use-results.ts'

const words = text.goals

interface GoalsPartProps {
  readonly campaign: CampaignRow['id']
  /** Whether its state lets them be changed. */
  readonly editable: boolean
}

/** What the campaign wants of its conversations: each goal and question with what finds it. Saved at once. */
export function GoalsPart({ campaign, editable }: GoalsPartProps) {
  const { query, setPrimary, archiveGoal, archiveQuestion } = useResults(campaign)
  const [goal, setGoal] = useState<Goal | 'new'>()
  const [question, setQuestion] = useState<Question | 'new'>()
  if (query.error)
    return <ErrorPanel what={words.failed} error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <SkeletonRows rows={4} height={42} />
  const { goals, questions, flow } = query.data
  return (
    <div className={fields.groups}>
      {!editable && <p className={classes.locked}>{words.locked}</p>}
      <Panel
        title={words.goalsTitle}
        fact={words.goalsFact}
        aside={
          editable && (
            <Button size="compact-xs" onClick={() => setGoal('new')}>
              {words.addGoal}
            </Button>
          )
        }
        flush
      >
        {goals.length === 0 && <NoRows>{words.noGoals}</NoRows>}
        <ul>
          {goals.map(one => (
            <Row
              key={one.id}
              side={words.kinds[one.kind]}
              act={
                editable && (
                  <span className={classes.acts}>
                    {one.archivedAt === null && !one.isPrimary && (
                      <RowAct
                        label={words.makePrimary}
                        named={words.of(words.makePrimary, one.name)}
                        onAct={() => setPrimary.mutate({ goal: one.id })}
                      >
                        <IconStar size={14} />
                      </RowAct>
                    )}
                    <RowAct
                      label={words.edit}
                      named={words.of(words.edit, one.name)}
                      onAct={() => setGoal(one)}
                    >
                      <IconPencil size={14} />
                    </RowAct>
                    <Archive
                      name={one.name}
                      isArchived={one.archivedAt !== null}
                      onAct={archived => archiveGoal.mutate({ goal: one.id, archived })}
                    />
                  </span>
                )
              }
            >
              <span className={one.archivedAt === null ? classes.name : classes.away}>{one.name}</span>
              {one.isPrimary && <span className={classes.chip}>{words.primary}</span>}
              {one.archivedAt !== null && <span className={classes.chip}>{words.archived}</span>}
              <small>{foundBy(one, flow.goals)}</small>
            </Row>
          ))}
        </ul>
      </Panel>
      <Panel
        title={words.questionsTitle}
        fact={words.questionsFact}
        aside={
          editable && (
            <Button size="compact-xs" onClick={() => setQuestion('new')}>
              {words.addQuestion}
            </Button>
          )
        }
        flush
      >
        {questions.length === 0 && <NoRows>{words.noQuestions}</NoRows>}
        <ul>
          {questions.map(one => (
            <Row
              key={one.id}
              side={words.forms[one.form.is]}
              act={
                editable && (
                  <span className={classes.acts}>
                    <RowAct
                      label={words.edit}
                      named={words.of(words.edit, one.text)}
                      onAct={() => setQuestion(one)}
                    >
                      <IconPencil size={14} />
                    </RowAct>
                    <Archive
                      name={one.text}
                      isArchived={one.archivedAt !== null}
                      onAct={archived => archiveQuestion.mutate({ question: one.id, archived })}
                    />
                  </span>
                )
              }
            >
              <span className={one.archivedAt === null ? classes.name : classes.away}>{one.text}</span>
              {one.archivedAt !== null && <span className={classes.chip}>{words.archived}</span>}
              {one.archivedAt === null && !one.isActive && <span className={classes.chip}>{words.off}</span>}
              <small>{foundBy(one, flow.answers)}</small>
            </Row>
          ))}
        </ul>
      </Panel>
      {goal && (
        <GoalDialog
          campaign={campaign}
          goal={goal === 'new' ? undefined : goal}
          flow={flow}
          onClose={() => setGoal(undefined)}
        />
      )}
      {question && (
        <QuestionDialog
          campaign={campaign}
          question={question === 'new' ? undefined : question}
          flow={flow}
          onClose={() => setQuestion(undefined)}
        />
      )}
    </div>
  )
}

interface ArchiveProps {
  readonly name: string
  readonly isArchived: boolean
  readonly onAct: (archived: boolean) => void
}

function Archive({ name, isArchived, onAct }: ArchiveProps) {
  const label = isArchived ? words.restore : words.archive
  return (
    <RowAct label={label} named={words.of(label, name)} onAct={() => onAct(!isArchived)}>
      {isArchived ? <IconArchiveOff size={14} /> : <IconArchive size={14} />}
    </RowAct>
  )
}
