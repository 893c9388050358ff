import { ActionIcon, SegmentedControl, useComputedColorScheme } from '@mantine/core'
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import WaveSurfer from 'wavesurfer.js'
import { talk } from '../../format/duration.ts'
import { text } from '../../text/text.ts'
import { useKeys } from '../../ui/use-keys.ts'
import classes from './Player.module.css'

const words = text.call.player
const stepSeconds = 5
const rates = ['1', '1.5', '2'] as const
const lane = 28

/** The colours of the theme as the canvas needs them. */
const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

const lanes = () =>
  ['--c1', '--c2'].map(colour => ({ waveColor: token('--c3'), progressColor: token(colour) }))

interface PlayerProps {
  readonly url: string
  readonly onHeard: (ms: number | undefined) => void
}

/** The stereo recording, caller and agent apart. Space plays, the arrows go five seconds. */
export function Player({ url, onHeard }: PlayerProps) {
  const place = useRef<HTMLDivElement>(null)
  const wave = useRef<WaveSurfer>(undefined)
  const [state, setState] = useState<'loading' | 'ready' | 'playing' | 'broken'>('loading')
  const [at, setAt] = useState(0)
  const [length, setLength] = useState(0)
  const [rate, setRate] = useState<string>('1')
  const scheme = useComputedColorScheme('light')

  useEffect(() => {
    if (!place.current) return
    const surfer = WaveSurfer.create({
      container: place.current,
      url,
      height: lane,
      splitChannels: lanes(),
      cursorColor: token('--t3'),
      cursorWidth: 1,
      barWidth: 2,
      barGap: 1,
      barRadius: 1,
      normalize: true,
    })
    wave.current = surfer
    surfer.on('ready', seconds => {
      setLength(seconds)
      setState('ready')
    })
    surfer.on('play', () => setState('playing'))
    surfer.on('pause', () => setState('ready'))
    surfer.on('error', () => setState('broken'))
    surfer.on('timeupdate', seconds => {
      setAt(seconds)
      onHeard(seconds * 1000)
    })
    return () => {
      onHeard(undefined)
      surfer.destroy()
    }
  }, [url, onHeard])

  // The canvas does not follow the theme by itself.
  useEffect(() => {
    if (scheme) wave.current?.setOptions({ splitChannels: lanes(), cursorColor: token('--t3') })
  }, [scheme])

  const play = () => void wave.current?.playPause()
  useKeys({
    ' ': play,
    ArrowLeft: () => wave.current?.skip(-stepSeconds),
    ArrowRight: () => wave.current?.skip(stepSeconds),
  })
  if (state === 'broken') return <p className={classes.broken}>{words.broken}</p>
  return (
    <div className={classes.player}>
      <div className={classes.lanes}>
        <span>{words.caller}</span>
        <span>{words.agent}</span>
        <div ref={place} className={classes.wave} />
      </div>
      <div className={classes.controls}>
        <ActionIcon
          variant="filled"
          radius="xl"
          className={classes.play}
          aria-label={state === 'playing' ? words.pause : words.play}
          disabled={state === 'loading'}
          onClick={play}
        >
          {state === 'playing' ? <IconPlayerPauseFilled size={14} /> : <IconPlayerPlayFilled size={14} />}
        </ActionIcon>
        <span className="num">
          <strong>{talk(at * 1000)}</strong>{' '}
          <span className={classes.of}>{words.of(talk(length * 1000))}</span>
        </span>
        <SegmentedControl
          ml="auto"
          aria-label={words.rate}
          value={rate}
          onChange={value => {
            setRate(value)
            wave.current?.setPlaybackRate(Number(value), true)
          }}
          data={rates.map(value => ({ value, label: `${value}×` }))}
        />
      </div>
    </div>
  )
}
