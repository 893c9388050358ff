import { IconCheck } from '@tabler/icons-react'
import { text } from '../../text/text.ts'
import { useKeys } from '../../ui/use-keys.ts'
import classes from './StepBar.module.css'
import { type Step, steps } from './steps.ts'

const words = text.newCampaign

interface StepBarProps {
  readonly step: Step
  /** Whether the steps after the first are open: a draft has a name. */
  readonly open: boolean
  /** Steps that still lack something a launch needs. */
  readonly unfinished: ReadonlySet<Step>
  readonly onGo: (step: Step) => void
}

/** The steps by their names; the keys 1 to 7 choose among them. */
export const StepBar = ({ step, open, unfinished, onGo }: StepBarProps) => {
  const now = steps.indexOf(step)
  useKeys(
    Object.fromEntries(
      steps
        .filter((_, index) => open || index === 0)
        .map((one, index) => [String(index + 1), () => onGo(one)]),
    ),
  )
  return (
    <nav className={classes.bar} aria-label={words.stepsLabel}>
      <ol className={classes.steps}>
        {steps.map((one, index) => {
          const isDone = index < now && !unfinished.has(one)
          return (
            <li key={one}>
              <button
                type="button"
                className={classes.step}
                aria-current={one === step ? 'step' : undefined}
                disabled={!open && index > 0}
                onClick={() => onGo(one)}
              >
                <span className={classes.mark} data-done={isDone || undefined} aria-hidden="true">
                  {isDone ? <IconCheck size={12} stroke={2.4} /> : index + 1}
                </span>
                {words.steps[one]}
                {isDone && <span className="unseen">, {words.stepDone}</span>}
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
