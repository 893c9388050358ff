import {
  IconArrowRight,
  IconArrowsSplit2,
  IconFlag,
  IconMessage,
  IconPhoneOff,
  IconQuestionMark,
  IconTarget,
  IconWritingSign,
  type TablerIcon,
} from '@tabler/icons-react'
import { text } from '../../text/text.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import classes from './ScriptStepRow.module.css'
import type { ScriptStep } from './script.ts'

const words = text.agents.script

const icons = {
  say: IconMessage,
  ask: IconQuestionMark,
  branch: IconArrowsSplit2,
  goal: IconTarget,
  answer: IconWritingSign,
  opt_out: IconPhoneOff,
  end: IconFlag,
} satisfies Record<ScriptStep['step']['do'], TablerIcon>

interface Way {
  readonly key?: string
  readonly label: string
  readonly to: string
}

/** Where a step leads, as a reader needs it: what follows directly is left out by the caller. */
function waysOf({ step }: ScriptStep): Way[] {
  switch (step.do) {
    case 'say':
    case 'goal':
    case 'answer':
    case 'opt_out':
      return [{ label: words.next, to: step.next }]
    case 'branch':
      return [
        ...step.cases.map(one => ({ label: words.is(one.is), to: one.next })),
        { label: words.otherwise, to: step.otherwise },
      ]
    case 'ask':
      return [
        ...Object.entries(step.choices ?? {}).map(([key, choice]) => ({
          key,
          label: choice.label,
          to: choice.next,
        })),
        ...(step.next === undefined ? [] : [{ label: words.digits(step.digits ?? 0), to: step.next }]),
        { label: words.silence(step.tries), to: step.onSilence },
        ...(step.onMisunderstood === undefined
          ? []
          : [{ label: words.misunderstood, to: step.onMisunderstood }]),
      ]
    case 'end':
      return []
  }
}

function saidOf({ step }: ScriptStep): string {
  switch (step.do) {
    case 'say':
    case 'ask':
      return step.text
    case 'end':
      return step.text ?? ''
    case 'branch':
      return words.on(step.on)
    case 'goal':
      return words.goal(step.name, text.words.goals[step.outcome])
    case 'answer':
      return words.answer(step.question, step.value)
    case 'opt_out':
      return words.optOut[step.scope]
  }
}

export function ScriptStepRow(props: ScriptStep & { numberOf: (id: string) => number | undefined }) {
  const { number, step, numberOf } = props
  const Icon = icons[step.do]
  const ways = waysOf(props).filter(way => way.label !== words.next || numberOf(way.to) !== number + 1)
  return (
    <li className={classes.step} id={`step-${number}`}>
      <span className={`${classes.number} num`}>{number}</span>
      <span className={classes.kind}>
        <Icon size={14} stroke={1.6} aria-hidden="true" />
        {words.kinds[step.do]}
      </span>
      <div>
        <p className={classes.said}>
          <Said said={saidOf(props)} />
        </p>
        {ways.length > 0 && (
          <ul className={classes.ways}>
            {ways.map(way => (
              <li key={`${way.key ?? ''} ${way.label} ${way.to}`}>
                {way.key && <Kbd>{way.key}</Kbd>}
                <span>{way.label}</span>
                <IconArrowRight size={12} aria-hidden="true" />
                <a href={`#step-${numberOf(way.to) ?? ''}`}>{words.step(numberOf(way.to) ?? 0)}</a>
              </li>
            ))}
          </ul>
        )}
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
