import { useMemo } from 'react'
import { text } from '../../../text/text.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ScriptStepRow } from '../ScriptStepRow.tsx'
import { scriptOf } from '../script.ts'
import classes from './FlowPage.module.css'
import type { Editor } from './use-editor.ts'

const words = text.flow.canvas

/** The same steps in the order in which they are heard, for keyboard and screen reader. */
export function StepList({ editor: { flow, faults, chosen, choose } }: { editor: Editor }) {
  const script = useMemo(() => scriptOf(flow), [flow])
  const numbers = new Map(script.map(({ id, number }) => [id, number]))
  if (script.length === 0) return <EmptyState title={words.empty} sentence={words.emptySentence} />
  return (
    <ol className={classes.list}>
      {script.map(step => (
        <ScriptStepRow
          key={step.id}
          {...step}
          numberOf={next => numbers.get(next)}
          faults={faults.filter(fault => fault.step === step.id).map(({ message }) => message)}
          chosen={chosen.includes(step.id)}
          onOpen={() => choose([step.id])}
        />
      ))}
    </ol>
  )
}
