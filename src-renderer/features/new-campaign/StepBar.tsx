import { IconCheck } from '@tabler/icons-react'
import { text } from '../../text/text.ts'
import classes from './StepBar.module.css'
import { type Step, steps } from './steps.ts'

const words = text.newCampaign

interface StepBarProps {
  readonly step: Step
  /** Whether the steps after the first are open: a draft has a name. */
  readonly open: boolean
  readonly onGo: (step: Step) => void
}

export const StepBar = ({ step, open, onGo }: StepBarProps) => {
  const now = steps.indexOf(step)
  return (
    <nav className={classes.bar} aria-label={words.stepsLabel}>
      <ol className={classes.steps}>
        {steps.map((one, index) => (
          <li key={one}>
            <button
              type="button"
              className={classes.step}
              aria-current={one === step ? 'step' : undefined}
              disabled={!open && index > 0}
              onClick={() => onGo(one)}
            >
              <span className={classes.mark} data-done={index < now || undefined} aria-hidden="true">
                {index < now ? <IconCheck size={12} stroke={2.4} /> : index + 1}
              </span>
              {words.steps[one]}
              {index < now && <span className="unseen">, {words.stepDone}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
