import { lazy, Suspense, useState } from 'react'
import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { talk } from '../../format/duration.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import classes from './Transcript.module.css'

const Player = lazy(() => import('./Player.tsx').then(({ Player }) => ({ default: Player })))
const words = text.call.transcript

/** Speech that nobody wrote down: agents that are led by keys only hear that somebody speaks. */
const unheard = '…'
const firstWord = (name: string) => name.split(/[\s,]+/)[0] ?? name
const lastWord = (name: string) => name.trim().split(/\s+/).at(-1) || words.person

/** What was said and keyed, with the recording under it; what is being heard is marked. */
export function Transcript({ call }: { call: CallDetail }) {
  const [heardMs, setHeardMs] = useState<number>()
  const { transcript, recordingUrl } = call
  const heard =
    heardMs === undefined
      ? -1
      : transcript.findLastIndex(line => line.who !== 'event' && line.atMs <= heardMs)
  return (
    <Panel title={words.title} fact={call.state === 'answered' ? words.live : undefined} flush>
      {transcript.length === 0 && (
        <p className={classes.none}>{call.state === 'ended' ? words.none : words.notYet}</p>
      )}
      <ol className={classes.lines}>
        {transcript.map((line, index) =>
          line.who === 'event' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
            <li key={`${index} ${line.atMs}`} className={classes.event}>
              <span className="unseen">{talk(line.atMs)} </span>
              {line.text}
            </li>
          ) : (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              key={`${index} ${line.atMs}`}
              className={classes.line}
              data-who={line.who}
              data-heard={index === heard || undefined}
            >
              <span className={`${classes.time} num`}>{talk(line.atMs)}</span>
              <span className={classes.who}>
                {line.who === 'agent' ? firstWord(call.agent.name) : lastWord(call.contact.name)}
              </span>
              <span className={classes.said}>
                {line.text === unheard ? <span className={classes.quiet}>{words.speaks}</span> : line.text}
              </span>
            </li>
          ),
        )}
      </ol>
      {recordingUrl && call.state === 'ended' && (
        <Suspense fallback={<div className={classes.player} />}>
          <Player url={recordingUrl} onHeard={setHeardMs} />
        </Suspense>
      )}
    </Panel>
  )
}
