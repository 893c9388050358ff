import { Link } from '@tanstack/react-router'
import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { talk } from '../../format/duration.ts'
import { count } from '../../format/number.ts'
import { shortMoment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import { ResultText } from '../../ui/Status.tsx'
import classes from './rows.module.css'

const words = text.call.attempts

/** All calls to this contact, newest first. */
export const Attempts = ({ call }: { call: CallDetail }) => (
  <Panel title={words.title} fact={count(call.attempts.length)} flush>
    <ul>
      {call.attempts.map(({ id, at, result, talkMs, campaign }) => (
        <li key={id} className={classes.row}>
          <span className={`${classes.time} num`}>
            {id === call.id ? (
              shortMoment(at)
            ) : (
              <Link to="/calls/$id" params={{ id }}>
                {shortMoment(at)}
              </Link>
            )}
          </span>
          <span className={classes.main}>
            <ResultText result={result} />
          </span>
          <span className={`${classes.side} num`}>
            {id === call.id ? words.thisCall : talkMs === null ? campaign : talk(talkMs)}
          </span>
        </li>
      ))}
    </ul>
  </Panel>
)
