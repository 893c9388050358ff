import { ActionIcon, TextInput, Tooltip } from '@mantine/core'
import { IconDownload, IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import type { PlayerHandle } from './Player.tsx'
import classes from './Transcript.module.css'
import { TranscriptLine } from './TranscriptLine.tsx'
import { downloadTranscript } from './transcript-file.ts'

const Player = lazy(() => import('./Player.tsx').then(({ Player }) => ({ default: Player })))
const words = text.call.transcript

/** What was said and keyed, with the recording under it; what is being heard is marked. */
export function Transcript({ call }: { call: CallDetail }) {
  const [heardMs, setHeardMs] = useState<number>()
  const [sought, setSought] = useState<string>()
  /** Comes a moment after the page; lines are played from then on. */
  const [player, setPlayer] = useState<PlayerHandle | null>(null)
  const lines = useRef<HTMLOListElement>(null)
  const { transcript, recordingUrl } = call
  const isRecorded = recordingUrl !== null && call.state === 'ended'
  const heard =
    heardMs === undefined
      ? -1
      : transcript.findLastIndex(line => line.who !== 'event' && line.atMs <= heardMs)
  const key = sought?.trim().toLowerCase() ?? ''
  const found = key === '' ? 0 : transcript.filter(line => line.text.toLowerCase().includes(key)).length

  useEffect(() => {
    if (heard >= 0) lines.current?.children[heard]?.scrollIntoView({ block: 'nearest' })
  }, [heard])
  return (
    <Panel
      title={words.title}
      fact={call.state === 'answered' ? words.live : undefined}
      aside={
        transcript.length > 0 && (
          <>
            <Tooltip label={words.search}>
              <ActionIcon
                aria-label={words.search}
                aria-expanded={sought !== undefined}
                onClick={() => setSought(sought === undefined ? '' : undefined)}
              >
                <IconSearch size={14} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={words.download}>
              <ActionIcon aria-label={words.download} onClick={() => downloadTranscript(call)}>
                <IconDownload size={14} />
              </ActionIcon>
            </Tooltip>
          </>
        )
      }
      flush
    >
      {sought !== undefined && (
        <div className={classes.search}>
          <TextInput
            autoFocus
            aria-label={words.search}
            placeholder={words.search}
            leftSection={<IconSearch size={14} />}
            value={sought}
            onChange={event => setSought(event.currentTarget.value)}
            onKeyDown={event => event.key === 'Escape' && setSought(undefined)}
          />
          <span role="status">{key !== '' && words.found(found)}</span>
        </div>
      )}
      {transcript.length === 0 && (
        <p className={classes.none}>{call.state === 'ended' ? words.none : words.notYet}</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, which keys must be able to do */}
      <ol className={classes.lines} ref={lines} aria-label={words.title} tabIndex={0}>
        {transcript.map((line, index) => (
          <TranscriptLine
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
            key={`${index} ${line.atMs}`}
            line={line}
            call={call}
            isHeard={index === heard}
            sought={key}
            onPlay={player?.playFrom}
          />
        ))}
      </ol>
      {call.recorded && recordingUrl === null && <p className={classes.none}>{text.call.player.gone}</p>}
      {isRecorded && (
        <Suspense fallback={<div className={classes.player} />}>
          <Player ref={setPlayer} call={call.id} url={recordingUrl} onHeard={setHeardMs} />
        </Suspense>
      )}
    </Panel>
  )
}
