import { UnstyledButton } from '@mantine/core'
import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { talk } from '../../format/duration.ts'
import { text } from '../../text/text.ts'
import { Marked } from './Marked.tsx'
import { speakerName } from './speaker-name.ts'
import classes from './Transcript.module.css'

const words = text.call.transcript
/** Speech that nobody wrote down: agents that are led by keys only hear that somebody speaks. */
const unheard = '…'

interface TranscriptLineProps {
  readonly line: CallDetail['transcript'][number]
  readonly call: CallDetail
  readonly isHeard: boolean
  /** In small letters; empty: nothing is sought. */
  readonly sought: string
  /** Given where there is a recording. */
  readonly onPlay: ((ms: number) => void) | undefined
}

export function TranscriptLine({ line, call, isHeard, sought, onPlay }: TranscriptLineProps) {
  const { atMs, who } = line
  if (who === 'event')
    return (
      <li className={classes.event}>
        <span className="unseen">{talk(atMs)} </span>
        <Marked text={line.text} sought={sought} />
      </li>
    )
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the time in it is the button, the line only a larger place to press
    <li
      className={classes.line}
      data-who={who}
      data-heard={isHeard || undefined}
      data-plays={onPlay !== undefined || undefined}
      onClick={onPlay && (() => onPlay(atMs))}
    >
      {onPlay ? (
        <UnstyledButton className={`${classes.time} num`} aria-label={words.playFrom(talk(atMs))}>
          {talk(atMs)}
        </UnstyledButton>
      ) : (
        <span className={`${classes.time} num`}>{talk(atMs)}</span>
      )}
      <span className={classes.who}>{speakerName(call, who)}</span>
      <span className={classes.said}>
        {line.text === unheard ? (
          <span className={classes.quiet}>{words.speaks}</span>
        ) : (
          <Marked text={line.text} sought={sought} />
        )}
      </span>
    </li>
  )
}
