import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { clockSeconds } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Row } from '../../ui/Rows.tsx'

/** So many signs stand beside each other in the narrowest place of the panel. */
const besideEachOther = 32

function Entry({ at, text: what, detail }: CallDetail['timeline'][number]) {
  const [said, more] = [text.told(what), text.told(detail)]
  const isShort = said.length + more.length <= besideEachOther
  return (
    <Row time={clockSeconds(at)} {...(isShort && { side: more })}>
      {said}
      {!isShort && <small>{more}</small>}
    </Row>
  )
}

export const Timeline = ({ entries }: { entries: CallDetail['timeline'] }) => (
  <Panel title={text.call.timeline.title} flush>
    <ol>
      {entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added at the end
        <Entry key={`${index} ${entry.kind}`} {...entry} />
      ))}
    </ol>
  </Panel>
)
