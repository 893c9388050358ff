import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import type { Look } from '../../ui/status.ts'
import classes from './rows.module.css'

const words = text.call.goals
const looks = {
  achieved: { shape: 'disc-tick', hue: 'green' },
  partially_achieved: { shape: 'half-disc', hue: 'violet' },
  not_achieved: { shape: 'ring', hue: 'gray' },
} satisfies Record<CallDetail['goals'][number]['outcome'], Look>

export const Goals = ({ goals, ended }: { goals: CallDetail['goals']; ended: boolean }) => (
  <Panel title={words.title} flush>
    {goals.length === 0 && <p className={classes.none}>{ended ? words.none : words.notYet}</p>}
    <ul>
      {goals.map(({ name, outcome }) => (
        <li key={name} className={classes.row}>
          <StatusGlyph {...looks[outcome]} />
          <span className={classes.main}>{name}</span>
          <span className={classes.side}>{text.words.goals[outcome]}</span>
        </li>
      ))}
    </ul>
  </Panel>
)
