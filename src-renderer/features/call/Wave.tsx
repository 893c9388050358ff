import { type KeyboardEvent, type PointerEvent, useMemo } from 'react'
import type { RecordingPeaks } from '../../../src-main/contract/calls.ts'
import { talk } from '../../format/duration.ts'
import { text } from '../../text/text.ts'
import classes from './Wave.module.css'

const words = text.call.player
const bars = 130
const stepSeconds = 5

interface WaveProps {
  readonly peaks: RecordingPeaks
  /** Seconds that were played. */
  readonly at: number
  readonly onSeek: (seconds: number) => void
}

/** Both sides as bars, the played part in colour; a press goes there. */
export function Wave({ peaks, at, onSeek }: WaveProps) {
  const { seconds } = peaks
  const share = seconds === 0 ? 0 : Math.min(1, at / seconds)
  const paths = useMemo(() => [outline(peaks.caller), outline(peaks.agent)] as const, [peaks])
  const press = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    onSeek(seconds * Math.max(0, Math.min(1, (event.clientX - left) / width)))
  }
  const onKeyDown = ({ key, ...event }: KeyboardEvent) => {
    const to = { Home: 0, End: seconds, PageUp: at + 3 * stepSeconds, PageDown: at - 3 * stepSeconds }[key]
    if (to === undefined) return
    event.preventDefault()
    onSeek(Math.max(0, Math.min(seconds, to)))
  }
  return (
    <div
      className={classes.wave}
      role="slider"
      tabIndex={0}
      aria-label={words.position}
      aria-valuemin={0}
      aria-valuemax={Math.round(seconds)}
      aria-valuenow={Math.round(at)}
      aria-valuetext={`${talk(at * 1000)} ${words.of(talk(seconds * 1000))}`}
      onPointerDown={press}
      onKeyDown={onKeyDown}
    >
      {paths.map((path, lane) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lanes never change
        <svg key={lane} viewBox={`0 0 ${bars} 2`} preserveAspectRatio="none" aria-hidden="true">
          <path d={path} className={classes.rest} />
          <path
            d={path}
            data-lane={lane}
            className={classes.played}
            style={{ clipPath: `inset(0 ${(1 - share) * 100}% 0 0)` }}
          />
        </svg>
      ))}
      <span className={classes.cursor} style={{ left: `${share * 100}%` }} />
    </div>
  )
}

/** One upright bar per step around the middle of the lane, as loud as the loudest of the recording is full. */
function outline(peaks: readonly number[]): string {
  const most = Math.max(0.02, ...peaks)
  const perBar = peaks.length / bars
  return Array.from({ length: bars }, (_, bar) => {
    const part = peaks.slice(Math.floor(bar * perBar), Math.max(1, Math.floor((bar + 1) * perBar)))
    const half = Math.max(0.04, Math.max(0, ...part) / most)
    return `M${bar + 0.5} ${(1 - half).toFixed(3)}V${(1 + half).toFixed(3)}`
  }).join('')
}
