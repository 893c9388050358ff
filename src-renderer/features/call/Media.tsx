import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { count, dash, decimal, milliseconds, ratio, share } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import classes from './Media.module.css'

const words = text.call.media

/** The quality of the audio, from the packets that were counted and the other side's reports. */
export function Media({ media }: Pick<CallDetail, 'media'>) {
  if (!media) return null
  const lost = ratio(media.lost, media.lost + media.received)
  const facts: ReadonlyArray<readonly [string, string]> = [
    [words.sent, count(media.sent)],
    [words.received, count(media.received)],
    [words.lost, `${count(media.lost)} (${share(lost)})`],
    [words.jitter, milliseconds(media.jitterMs)],
    [words.roundTrip, media.roundTripMs === null ? dash : milliseconds(media.roundTripMs)],
    [words.pacing, milliseconds(media.pacingP99Ms)],
  ]
  return (
    <Panel title={words.title} fact={media.mos === null ? undefined : words.mos(decimal(media.mos))}>
      <dl className={`${classes.facts} num`}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
