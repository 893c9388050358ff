import { type ReactNode, useEffect, useRef } from 'react'
import type { RulesReport } from '../../../src-main/contract/compliance.ts'
import type { ForecastReport } from '../../../src-main/contract/forecast.ts'
import { text } from '../../text/text.ts'
import { BasicsPart } from '../../ui/campaign/basics/BasicsPart.tsx'
import { CallingPart } from '../../ui/campaign/calling/CallingPart.tsx'
import type { Saving } from '../../ui/campaign/form/use-saving.ts'
import { GoalsPart } from '../../ui/campaign/goals/GoalsPart.tsx'
import { NumbersPart } from '../../ui/campaign/numbers/NumbersPart.tsx'
import { SchedulePart } from '../../ui/campaign/schedule/SchedulePart.tsx'
import { ContactsStep } from './contacts/ContactsStep.tsx'
import { NextDays } from './effect/NextDays.tsx'
import { Review } from './review/Review.tsx'
import type { Step } from './steps.ts'
import classes from './Wizard.module.css'

interface StepPageProps {
  readonly step: Step
  readonly saving: Saving
  readonly rules: RulesReport | undefined
  readonly report: ForecastReport | undefined
  readonly onGo: (step: Step) => void
}

/** The question of a step, and what answers it. */
export function StepPage({ step, saving, rules, report, onGo }: StepPageProps) {
  const { draft } = saving
  switch (step) {
    case 'basics':
      return (
        <Question {...text.settings.basics}>
          <BasicsPart
            autoFocus={!draft}
            onNameLeft={() => !draft && void saving.keepName()}
            onNewerVersion={() => void saving.pinNewest()}
          />
        </Question>
      )
    case 'contacts':
      return (
        <Question {...text.newCampaign.contacts}>
          {draft && <ContactsStep id={draft.id} callable={rules?.callable} />}
        </Question>
      )
    case 'schedule':
      return (
        <Question {...text.schedule}>
          <SchedulePart rules={rules} />
          {rules && <NextDays days={rules.days} report={report} />}
        </Question>
      )
    case 'calling':
      return (
        <Question {...text.settings.calling}>
          <CallingPart />
        </Question>
      )
    case 'numbers':
      return (
        <Question {...text.settings.numbers}>
          <NumbersPart />
        </Question>
      )
    case 'goals':
      return <Question {...text.goals}>{draft && <GoalsPart campaign={draft.id} editable />}</Question>
    case 'review':
      return (
        <Question question={text.newCampaign.review.question}>
          <Review rules={rules} onGo={onGo} />
        </Question>
      )
  }
}

/** Another step begins at its question, for readers and keys alike. */
function Question(props: { question: string; sentence?: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(props.question)
  useEffect(() => {
    if (before.current !== props.question) heading.current?.focus()
    before.current = props.question
  }, [props.question])
  return (
    <>
      <div>
        <h2 className={classes.question} tabIndex={-1} ref={heading}>
          {props.question}
        </h2>
        {props.sentence && <p className={classes.sentence}>{props.sentence}</p>}
      </div>
      {props.children}
    </>
  )
}
