import type { RotationPanel } from '../../../../src-main/contract/numbers.ts'
import { clock, moment } from '../../../format/time.ts'
import { text } from '../../../text/text.ts'
import { Panel } from '../../../ui/Panel.tsx'
import classes from './RoomToday.module.css'

const words = text.rotation.room

/** Whether the caps suffice until the evening. */
export function RoomToday({ panel: { today } }: { panel: RotationPanel }) {
  const { done, room, lastHour, fullAt, moreRoomAt } = today
  const pace = fullAt === null ? (lastHour === 0 ? words.idle : words.enough) : words.fullAt(clock(fullAt))
  return (
    <Panel title={words.title} fact={words.fact}>
      <div className={classes.bar} aria-hidden="true">
        {done > 0 && <span data-part="done" style={{ flexGrow: done }} />}
        {room > 0 && <span data-part="room" style={{ flexGrow: room }} />}
      </div>
      <p className={`${classes.figures} num`}>
        <strong>{words.done(done)}</strong>
        <span>{words.left(room)}</span>
      </p>
      <p className={classes.words}>
        {pace} {moreRoomAt !== null && words.again(moment(moreRoomAt))}
      </p>
    </Panel>
  )
}
