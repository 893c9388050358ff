import { text } from '../../text/text.ts'
import { useLevels } from './listening.ts'
import { litBars, Meter } from './Meter.tsx'

const words = text.listen

/** How loud one side of the call is now. */
export function Level({ side }: { side: 'caller' | 'agent' }) {
  const lit = useLevels(levels => litBars(levels[side]))
  return <Meter label={words.levelOf(words[side])} lit={lit} />
}
