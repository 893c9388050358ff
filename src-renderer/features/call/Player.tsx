import { ActionIcon, SegmentedControl } from '@mantine/core'
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type Ref, useEffect, useImperativeHandle, useState } from 'react'
import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { api } from '../../api/client.ts'
import { talk } from '../../format/duration.ts'
import { decimalSign } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { useKeys } from '../../ui/use-keys.ts'
import classes from './Player.module.css'
import { type Heard, useRecording } from './use-recording.ts'
import { Wave } from './Wave.tsx'

const words = text.call.player
const stepSeconds = 5
const rates = ['1', '1.5', '2'] as const
const sides = ['both', 'caller', 'agent'] as const satisfies readonly Heard[]

export interface PlayerHandle {
  readonly playFrom: (ms: number) => void
}

interface PlayerProps {
  readonly call: CallDetail['id']
  readonly url: string
  readonly onHeard: (ms: number | undefined) => void
  readonly ref?: Ref<PlayerHandle>
}

/** The stereo recording, caller and agent apart. Space plays, the arrows go five seconds. */
export function Player({ call, url, onHeard, ref }: PlayerProps) {
  const peaks = useQuery({ ...api.calls.peaks.queryOptions({ input: { id: call } }), staleTime: Infinity })
  const recording = useRecording(url)
  const { playing, at, broken, toggle, seek, play } = recording
  const [rate, setRate] = useState<string>('1')
  const [side, setSide] = useState<string>('both')
  const seconds = peaks.data?.seconds ?? 0

  useEffect(() => onHeard(at > 0 || playing ? at * 1000 : undefined), [at, playing, onHeard])
  useEffect(() => () => onHeard(undefined), [onHeard])
  useImperativeHandle(
    ref,
    () => ({
      playFrom: ms => {
        seek(ms / 1000)
        play()
      },
    }),
    [seek, play],
  )
  useKeys({
    ' ': toggle,
    ArrowLeft: () => seek(Math.max(0, at - stepSeconds)),
    ArrowRight: () => seek(Math.min(seconds, at + stepSeconds)),
  })
  if (broken || peaks.error) return <p className={classes.broken}>{words.broken}</p>
  return (
    <div className={classes.player}>
      <div className={classes.lanes}>
        <span>{words.caller}</span>
        <span>{words.agent}</span>
        <div className={classes.wave}>{peaks.data && <Wave peaks={peaks.data} at={at} onSeek={seek} />}</div>
      </div>
      <div className={classes.controls}>
        <ActionIcon
          variant="filled"
          radius="xl"
          className={classes.play}
          aria-label={playing ? words.pause : words.play}
          disabled={!peaks.data}
          onClick={toggle}
        >
          {playing ? <IconPlayerPauseFilled size={14} /> : <IconPlayerPlayFilled size={14} />}
        </ActionIcon>
        <span className={`${classes.time} num`}>
          <strong>{talk(at * 1000)}</strong>{' '}
          <span className={classes.of}>{words.of(talk(seconds * 1000))}</span>
        </span>
        <SegmentedControl
          ml="auto"
          aria-label={words.rate}
          value={rate}
          onChange={value => {
            setRate(value)
            recording.setRate(Number(value))
          }}
          data={rates.map(value => ({ value, label: `${value.replace('.', decimalSign)}×` }))}
        />
        <SegmentedControl
          aria-label={words.heard}
          value={side}
          onChange={value => {
            setSide(value)
            recording.hearOnly(value as Heard)
          }}
          data={sides.map(value => ({ value, label: words.sides[value] }))}
        />
      </div>
    </div>
  )
}
