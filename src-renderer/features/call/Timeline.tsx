import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { clockSeconds } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Row } from '../../ui/Rows.tsx'

export const Timeline = ({ entries }: { entries: CallDetail['timeline'] }) => (
  <Panel title={text.call.timeline.title} flush>
    <ol>
      {entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added at the end
        <Row key={`${index} ${entry.kind}`} time={clockSeconds(entry.at)} side={text.told(entry.detail)}>
          {text.told(entry.text)}
        </Row>
      ))}
    </ol>
  </Panel>
)
