import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import { NoRows, Row } from '../../ui/Rows.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import type { Look } from '../../ui/status.ts'

const words = text.call.goals
const looks = {
  achieved: { shape: 'disc-tick', hue: 'green' },
  partially_achieved: { shape: 'half-disc', hue: 'violet' },
  not_achieved: { shape: 'ring', hue: 'gray' },
} satisfies Record<CallDetail['goals'][number]['outcome'], Look>

export const Goals = ({ goals, ended }: { goals: CallDetail['goals']; ended: boolean }) => (
  <Panel title={words.title} flush>
    {goals.length === 0 && <NoRows>{ended ? words.none : words.notYet}</NoRows>}
    <ul>
      {goals.map(({ name, outcome }) => (
        <Row key={name} mark={<StatusGlyph {...looks[outcome]} />} side={text.words.goals[outcome]}>
          {name}
        </Row>
      ))}
    </ul>
  </Panel>
)
