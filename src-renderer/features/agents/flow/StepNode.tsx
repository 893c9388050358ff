import { Handle, type Node, type NodeProps, Position, useUpdateNodeInternals } from '@xyflow/react'
import { memo, useEffect, useRef } from 'react'
import { type FlowStep, inWords, outletsOf } from '../../../../src-main/contract/flow.ts'
import { text } from '../../../text/text.ts'
import { StatusGlyph } from '../../../ui/StatusGlyph.tsx'
import { saidOf } from '../said-of.ts'
import { stepIcons } from '../step-looks.ts'
import { footWidths, hasFeet } from './layout.ts'
import classes from './StepNode.module.css'
import { wayWord } from './way-word.ts'

const words = text.flow

export type StepNodeType = Node<
  {
    readonly step: FlowStep
    readonly errors: number
    readonly isStart: boolean
    /** The trial speaks here. */
    readonly isCurrent: boolean
    /** Ways that lead to no step. */
    readonly open: readonly string[]
  },
  'step'
>

/** A step as it stands on the canvas: what it says, and a foot for each way on. */
export const StepNode = memo(function StepNode({ id, data, selected }: NodeProps<StepNodeType>) {
  const { step, errors, isStart, isCurrent, open } = data
  const ways = outletsOf(step)
  const Icon = stepIcons[step.do]
  const said = saidOf(step)
  const feet = footWidths(step)
    .map(width => `minmax(0, ${width}fr)`)
    .join(' ')
  const shape = ways.map(way => way.id).join()
  const measure = useUpdateNodeInternals()
  const measured = useRef(shape)
  useEffect(() => {
    if (measured.current === shape) return
    measured.current = shape
    measure(id)
  }, [id, shape, measure])
  return (
    <div
      className={classes.step}
      data-wrong={errors > 0 || undefined}
      data-chosen={selected || undefined}
      data-current={isCurrent || undefined}
    >
      <Handle type="target" position={Position.Top} className={`${classes.dot} ${classes.into}`} />
      <div className={classes.kind}>
        <Icon size={13} stroke={1.6} aria-hidden="true" />
        {words.kinds[step.do]}
        {isStart && <span className={classes.start}>{words.canvas.start}</span>}
        {errors > 0 && (
          <span className={classes.errors}>
            <StatusGlyph shape="alert" hue="red" size={12} />
            {words.canvas.errors(errors)}
          </span>
        )}
      </div>
      <div className={classes.name}>{inWords(id)}</div>
      {said !== '' && <div className={classes.said}>{said}</div>}
      {hasFeet(step) ? (
        <div className={classes.feet} style={{ gridTemplateColumns: feet }}>
          {ways.map(way => (
            <span
              key={way.id}
              className={classes.foot}
              data-open={open.includes(way.id) || undefined}
              title={wayWord(step, way)}
            >
              <span className={classes.word}>{wayWord(step, way)}</span>
              <Handle type="source" position={Position.Bottom} id={way.id} className={classes.dot ?? ''} />
            </span>
          ))}
        </div>
      ) : (
        ways.map(way => (
          <Handle
            key={way.id}
            type="source"
            position={Position.Bottom}
            id={way.id}
            className={classes.dot ?? ''}
            data-open={open.includes(way.id) || undefined}
          />
        ))
      )}
    </div>
  )
})
