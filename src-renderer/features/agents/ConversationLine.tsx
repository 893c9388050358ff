import { inWords, type TriedEvent } from '../../../src-main/contract/flow.ts'
import { seconds } from '../../format/duration.ts'
import { text } from '../../text/text.ts'
import classes from './conversation.module.css'
import type { ConversationEntry } from './conversation-entry.ts'

const words = text.flow.trial

/** What was said, keyed or noted while an agent is tried. */
export function ConversationLine({ entry }: { entry: ConversationEntry }) {
  switch (entry.is) {
    case 'said':
      return (
        <p className={classes.said}>
          <span className="unseen">{words.agent}: </span>
          {entry.text}
          <span className={classes.step}>
            {inWords(entry.step)}
            {'cutShort' in entry && ` · ${words.cutShort}`}
          </span>
        </p>
      )
    case 'key':
      return <p className={classes.did}>{words.pressed(entry.key)}</p>
    case 'silence':
      return <p className={classes.did}>{words.silent(entry.seconds)}</p>
    case 'spoke':
      return <p className={classes.did}>{words.spoke(seconds(entry.ms))}</p>
    default:
      return <p className={classes.note}>{noteOf(entry)}</p>
  }
}

function noteOf(event: Extract<TriedEvent, { is: 'answer' | 'goal' | 'analysis' | 'opt_out' }>): string {
  switch (event.is) {
    case 'answer':
      return words.answer(event.store, event.label)
    case 'goal':
      return words.goal(event.name, text.words.goals[event.outcome])
    case 'analysis':
      return words.analysis(event.question, event.value)
    case 'opt_out':
      return words.optOut[event.scope]
  }
}
