import { type FlowFault, inWords, type StepId } from '../../../../src-main/contract/flow.ts'
import { text } from '../../../text/text.ts'
import { Kbd } from '../../../ui/Kbd.tsx'
import { StatusGlyph } from '../../../ui/StatusGlyph.tsx'
import classes from './Checks.module.css'
import type { Editor } from './use-editor.ts'

const words = text.flow.check

interface ChecksProps {
  readonly editor: Pick<Editor, 'faults' | 'advice' | 'chosen'>
  readonly onOpen: (step: StepId) => void
}

/** What keeps the flow from being published, each with a way to its step. */
export function Checks({ editor: { faults, advice, chosen }, onOpen }: ChecksProps) {
  const isFine = faults.length + advice.length === 0
  return (
    <section className={classes.checks} aria-label={words.title}>
      <div className={classes.head}>
        {isFine && <StatusGlyph shape="disc-tick" hue="green" />}
        <h2 className={classes.title}>{words.title}</h2>
        <span className={classes.fact} role="status">
          {isFine ? words.fine : words.fact(faults.length, advice.length)}
        </span>
        {faults.length > 0 && (
          <span className={classes.next}>
            <Kbd>F8</Kbd> {words.next}
          </span>
        )}
      </div>
      {!isFine && (
        <ul className={classes.list}>
          {faults.map(fault => (
            <Line
              key={`${fault.step} ${fault.message}`}
              fault={fault}
              isError
              chosen={fault.step !== null && chosen.includes(fault.step)}
              onOpen={onOpen}
            />
          ))}
          {advice.map(fault => (
            <Line key={fault.message} fault={fault} isError={false} chosen={false} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </section>
  )
}

interface LineProps {
  readonly fault: FlowFault
  readonly isError: boolean
  readonly chosen: boolean
  readonly onOpen: (step: StepId) => void
}

function Line({ fault: { step, message }, isError, chosen, onOpen }: LineProps) {
  const glyph = (
    <StatusGlyph {...(isError ? { shape: 'alert', hue: 'red' } : { shape: 'triangle', hue: 'yellow' })} />
  )
  if (step === null)
    return (
      <li className={classes.line}>
        {glyph}
        <strong>{words.whole}</strong>
        <span>{message}</span>
      </li>
    )
  return (
    <li>
      <button
        type="button"
        className={classes.line}
        data-chosen={chosen || undefined}
        onClick={() => onOpen(step)}
      >
        {glyph}
        <strong>{inWords(step)}</strong>
        <span>{message}</span>
      </button>
    </li>
  )
}
