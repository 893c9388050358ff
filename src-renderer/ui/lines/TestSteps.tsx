import type { TrunkTestStep } from '../../../src-main/contract/lines.ts'
import { text } from '../../text/text.ts'
import { StatusGlyph } from '../StatusGlyph.tsx'
import classes from './TrunkTest.module.css'

const words = text.trunks.test

/** Each layer that was tried, in order. */
export const TestSteps = ({ steps }: { readonly steps: readonly TrunkTestStep[] }) => (
  <ol aria-live="polite" aria-label={words.steps} className={classes.steps}>
    {steps.map(step => (
      <li key={step.layer}>
        <StatusGlyph {...(step.ok ? { shape: 'disc-tick', hue: 'green' } : { shape: 'alert', hue: 'red' })} />
        <span className={classes.layer}>{words.layers[step.layer]}</span>
        <span className="unseen">{step.ok ? words.passed : words.stopped}</span>
        <span className={classes.words}>{text.told(step.text)}</span>
      </li>
    ))}
  </ol>
)
