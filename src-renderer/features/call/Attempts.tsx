import { Link } from '@tanstack/react-router'
import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { talk } from '../../format/duration.ts'
import { count } from '../../format/number.ts'
import { shortMoment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Row } from '../../ui/Rows.tsx'
import { ResultText } from '../../ui/Status.tsx'

const words = text.call.attempts

/** All calls to this contact, newest first. */
export const Attempts = ({ call }: { call: CallDetail }) => (
  <Panel title={words.title} fact={count(call.attempts.length)} flush>
    <ul>
      {call.attempts.map(({ id, at, result, talkMs, campaign }) => (
        <Row
          key={id}
          time={
            id === call.id ? (
              shortMoment(at)
            ) : (
              <Link to="/calls/$id" params={{ id }}>
                {shortMoment(at)}
              </Link>
            )
          }
          side={id === call.id ? words.thisCall : talkMs === null ? campaign : talk(talkMs)}
        >
          <ResultText result={result} />
        </Row>
      ))}
    </ul>
  </Panel>
)
