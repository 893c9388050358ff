import type { ActiveCall } from '../../../src-main/contract/campaigns.ts'
import { useCallLevel } from '../../api/live.ts'
import { text } from '../../text/text.ts'
import { litBars, Meter } from '../listen/Meter.tsx'

/** How loud a call is now, the louder side of it; room is kept while nothing can be heard. */
export function CallLevel({ call, name }: { call: ActiveCall['call']; name: string }) {
  const level = useCallLevel(call)
  return level === null ? <span /> : <Meter label={text.listen.levelOfCall(name)} lit={litBars(level)} />
}
