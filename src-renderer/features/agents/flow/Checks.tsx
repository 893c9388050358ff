import {
  connect,
  type FlowFault,
  inWords,
  repairOf,
  type StepId,
} from '../../../../src-main/contract/flow.ts'
import { text } from '../../../text/text.ts'
import { Kbd } from '../../../ui/Kbd.tsx'
import { StatusGlyph } from '../../../ui/StatusGlyph.tsx'
import classes from './Checks.module.css'
import type { Editor } from './use-editor.ts'

const words = text.flow.check

interface ChecksProps {
  readonly editor: Pick<Editor, 'flow' | 'faults' | 'advice' | 'chosen' | 'apply'>
  readonly onOpen: (step: StepId) => void
}

/** What keeps the flow from being published, each with a way to its step, and a repair where one is likely. */
export function Checks({ editor, onOpen }: ChecksProps) {
  const { faults, advice } = editor
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
              key={`${fault.step} ${fault.outlet} ${fault.message}`}
              editor={editor}
              fault={fault}
              isError
              onOpen={onOpen}
            />
          ))}
          {advice.map(fault => (
            <Line key={fault.message} editor={editor} fault={fault} isError={false} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </section>
  )
}

interface LineProps {
  readonly editor: ChecksProps['editor']
  readonly fault: FlowFault
  readonly isError: boolean
  readonly onOpen: (step: StepId) => void
}

function Line({ editor: { flow, chosen, apply }, fault, isError, onOpen }: LineProps) {
  const { step, message, outlet } = fault
  const repair = repairOf(flow, fault)
  const glyph = (
    <StatusGlyph {...(isError ? { shape: 'alert', hue: 'red' } : { shape: 'triangle', hue: 'yellow' })} />
  )
  if (step === null)
    return (
      <li className={classes.line}>
        <span className={classes.what}>
          {glyph}
          <strong>{words.whole}</strong>
          <span>{text.told(message)}</span>
        </span>
      </li>
    )
  return (
    <li className={classes.line} data-chosen={chosen.includes(step) || undefined}>
      <button type="button" className={classes.what} onClick={() => onOpen(step)}>
        {glyph}
        <strong>{inWords(step)}</strong>
        <span>{text.told(message)}</span>
      </button>
      {repair !== null && outlet !== undefined && (
        <button
          type="button"
          className={classes.repair}
          onClick={() => apply(now => connect(now, step, outlet, repair))}
        >
          {words.connect(inWords(repair))}
        </button>
      )}
    </li>
  )
}
