import classes from './WeekTrack.module.css'

const from = 6 * 60
const to = 22 * 60
const place = (minute: number) => (100 * (Math.min(to, Math.max(from, minute)) - from)) / (to - from)

interface Window {
  readonly from: number
  readonly to: number
}

/** The windows of one day between 06 and 22 o'clock, drawn; the same stands beside it as text. */
export const WeekTrack = ({ windows }: { windows: readonly Window[] }) => (
  <span className={classes.track} aria-hidden="true">
    {windows.map(window => (
      <span
        key={`${window.from} ${window.to}`}
        className={classes.window}
        style={{ left: `${place(window.from)}%`, width: `${place(window.to) - place(window.from)}%` }}
      />
    ))}
  </span>
)
