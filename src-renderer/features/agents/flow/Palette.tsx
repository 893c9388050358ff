import type { StepKind } from '../../../../src-main/contract/flow.ts'
import { text } from '../../../text/text.ts'
import { stepIcons } from '../step-looks.ts'
import { dragKind } from './dragged-kind.ts'
import classes from './Palette.module.css'

const words = text.flow.palette

const groups = [
  ['talk', ['say', 'ask']],
  ['decide', ['branch']],
  ['record', ['goal', 'answer']],
  ['finish', ['opt_out', 'end']],
] as const satisfies readonly (readonly [keyof typeof words.groups, readonly StepKind[]])[]

/** Steps that an agent can take: a press adds one behind the chosen step, a drag puts it anywhere. */
export const Palette = ({ onAdd }: { onAdd: (kind: StepKind) => void }) => (
  <section className={classes.palette} aria-label={words.title}>
    {groups.map(([group, kinds]) => (
      <div key={group}>
        <h2 className={classes.group}>{words.groups[group]}</h2>
        {kinds.map(kind => {
          const Icon = stepIcons[kind]
          return (
            <button
              key={kind}
              type="button"
              draggable
              className={classes.kind}
              aria-label={words.add(text.flow.kinds[kind])}
              onClick={() => onAdd(kind)}
              onDragStart={event => dragKind(event, kind)}
            >
              <Icon size={15} stroke={1.6} aria-hidden="true" />
              {text.flow.kinds[kind]}
            </button>
          )
        })}
      </div>
    ))}
  </section>
)
