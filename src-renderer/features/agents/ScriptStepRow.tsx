import { IconArrowRight } from '@tabler/icons-react'
import { type FlowStep, inWords, outletsOf } from '../../../src-main/contract/flow.ts'
import { text } from '../../text/text.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import classes from './ScriptStepRow.module.css'
import { saidOf } from './said-of.ts'
import type { ScriptStep } from './script.ts'
import { stepIcons } from './step-looks.ts'

const words = text.agents.script

interface Way {
  readonly key?: string
  readonly label: string
  readonly to: string
}

/** Where a step leads, as a reader needs it. */
const waysOf = (step: FlowStep): Way[] =>
  outletsOf(step).map(({ id, to, label }) => {
    if (id.startsWith('key ')) return { key: id.slice(4), label: label ?? '', to }
    if (label !== null) return { label: words.is(label), to }
    if (id === 'otherwise') return { label: words.otherwise, to }
    if (id === 'misunderstood') return { label: words.misunderstood, to }
    if (step.do !== 'ask') return { label: words.next, to }
    return { label: id === 'silence' ? words.silence(step.tries) : words.digits(step.digits ?? 0), to }
  })

interface ScriptStepRowProps extends ScriptStep {
  readonly numberOf: (id: string) => number | undefined
  /** What is wrong with it. */
  readonly faults?: readonly string[]
  /** Given where it can be changed. */
  readonly onOpen?: () => void
  readonly chosen?: boolean
  /** Whether the step is the one that links of this page lead to; a dialog above the page has none. */
  readonly linked?: boolean
}

export function ScriptStepRow(props: ScriptStepRowProps) {
  const { id, number, step, numberOf, faults = [], onOpen, chosen = false, linked = true } = props
  const Icon = stepIcons[step.do]
  const ways = waysOf(step).filter(way => way.label !== words.next || numberOf(way.to) !== number + 1)
  return (
    <li className={classes.step} id={linked ? `step-${number}` : undefined} data-chosen={chosen || undefined}>
      <span className={`${classes.number} num`}>{number}</span>
      <span className={classes.kind}>
        <Icon size={14} stroke={1.6} aria-hidden="true" />
        {words.kinds[step.do]}
      </span>
      <div>
        {onOpen && (
          <button type="button" className={classes.name} aria-pressed={chosen} onClick={onOpen}>
            {inWords(id)}
          </button>
        )}
        <p className={classes.said}>
          <Said said={saidOf(step)} />
        </p>
        {ways.length > 0 && (
          <ul className={classes.ways}>
            {ways.map(way => (
              <li key={`${way.key ?? ''} ${way.label} ${way.to}`}>
                {way.key && <Kbd>{way.key}</Kbd>}
                <span>{way.label}</span>
                <IconArrowRight size={12} aria-hidden="true" />
                {numberOf(way.to) === undefined ? (
                  <span>{words.nowhere}</span>
                ) : !linked ? (
                  <span>{words.step(numberOf(way.to) ?? 0)}</span>
                ) : (
                  <a href={`#step-${numberOf(way.to)}`}>{words.step(numberOf(way.to) ?? 0)}</a>
                )}
              </li>
            ))}
          </ul>
        )}
        {faults.map(fault => (
          <p key={fault} className={classes.fault}>
            <StatusGlyph shape="alert" hue="red" size={12} />
            {fault}
          </p>
        ))}
      </div>
    </li>
  )
}

/** Variables stand out, since what is heard there differs from call to call. */
const Said = ({ said }: { said: string }) =>
  said.split(/(\{\{\w+\}\})/).map((part, index) =>
    part.startsWith('{{') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one fixed text
      <code key={index} className={classes.variable}>
        {part}
      </code>
    ) : (
      part
    ),
  )
