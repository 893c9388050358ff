import { text } from '../../../text/text.ts'
import { litBars, Meter } from '../../../ui/listen/Meter.tsx'
import classes from './CallHere.module.css'
import { useAgentLevel } from './trial-call.ts'
import { type MicrophoneState, useOwnLevel } from './use-microphone.ts'

const words = text.callHere

/** How loud both sides are, and whether the agent can hear this one. */
export function Levels({ microphone }: { microphone: MicrophoneState }) {
  const agent = useAgentLevel(({ level }) => litBars(level))
  const own = useOwnLevel(({ level }) => litBars(level))
  return (
    <div className={classes.levels}>
      <span>{text.listen.agent}</span>
      <Meter label={text.listen.levelOf(text.listen.agent)} lit={agent} />
      <span />
      <span>{words.you}</span>
      <Meter label={words.ownLevel} lit={own} />
      <span role="status">{words.microphoneIs[microphone]}</span>
    </div>
  )
}
