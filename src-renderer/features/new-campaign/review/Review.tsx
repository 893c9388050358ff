import type { ReactNode } from 'react'
import type { RulesReport } from '../../../../src-main/contract/compliance.ts'
import { text } from '../../../text/text.ts'
import type { Step } from '../steps.ts'
import { FirstWords } from './FirstWords.tsx'
import classes from './Review.module.css'
import { useFacts } from './use-facts.ts'

const words = text.newCampaign.review

interface ReviewProps {
  readonly rules: RulesReport | undefined
  readonly onGo: (step: Step) => void
}

/** The whole campaign in short blocks, each with its way back. */
export function Review({ rules, onGo }: ReviewProps) {
  const blocks = useFacts(rules)
  return (
    <>
      <div className={classes.blocks}>
        {blocks.map(({ step, facts }) => (
          <Block key={step} step={step} facts={facts} onGo={onGo} />
        ))}
      </div>
      <FirstWords />
    </>
  )
}

interface BlockProps {
  readonly step: Step
  readonly facts: ReadonlyArray<readonly [name: string, value: ReactNode]>
  readonly onGo: (step: Step) => void
}

const Block = ({ step, facts, onGo }: BlockProps) => (
  <section className={classes.block} aria-label={text.newCampaign.steps[step]}>
    <h3 className={classes.name}>{text.newCampaign.steps[step]}</h3>
    <dl className={`${classes.facts} num`}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
    <button
      type="button"
      className={classes.edit}
      aria-label={words.editStep(text.newCampaign.steps[step])}
      onClick={() => onGo(step)}
    >
      {words.edit}
    </button>
  </section>
)
