import type { StepId } from '../domain/flow.ts'
import type { Instant } from '../domain/ids.ts'
import type { ConversationEvent } from '../domain/transcript.ts'
import type { CallObserver, CallOrder, DialogFacts, PreparedCall } from '../engine/ports/dialer.ts'
import type { LegEvent, SoundLevel } from '../telephony/media/media-pool.ts'
import type { StereoFrame } from '../telephony/media/stereo-frame.ts'
import { readSdp } from '../telephony/sip/sdp.ts'
import type { InviteEnd, PreparedInvite } from '../telephony/sip/sip-line.ts'
import type { AgentCall, Speech } from '../voice/agent-call.ts'
import { createAgentCall } from '../voice/create-agent-call.ts'
import type { CallLeg } from './call-leg.ts'
import { type CallFault, neverSent, type OurEnd, outcomeOf } from './call-outcome.ts'

export interface CallParts {
  readonly order: Pick<CallOrder, 'flow' | 'variables'>
  readonly invite: PreparedInvite
  readonly audio: CallLeg
  readonly speech: Speech
  readonly now: () => Instant
  /** Told as a step begins to speak. */
  readonly saying?: (step: StepId, text: string) => void
  /** Told once, when everything that the call held is free. */
  readonly freed: () => void
}

/** Somebody who hears a call while it goes on. */
export interface CallListener {
  readonly heard: (frame: StereoFrame) => void
  /** Told once: the call has ended. */
  readonly over: () => void
}

/** The way to stop listening, or why there is nothing to hear. */
export type Listening = (() => void) | 'not_answered' | 'over'

export interface PlacedCall extends PreparedCall {
  listen(listener: CallListener): Listening
  /** `null`: nobody has answered yet, or the call is over. */
  level(): SoundLevel | null
  /** The program closes: the call is ended as interrupted. */
  abandon(): void
}

/**
 * prepared ──send──► calling ──200──► saving ──dialog saved──► talking ──► over
 *    └─discard─► over   └──────────────┴──────── any end ──────────────────► over
 */
type Stage =
  | { readonly is: 'prepared' | 'calling' | 'saving' | 'over' }
  | { readonly is: 'talking'; readonly agent: AgentCall }

/** A line that has gone dead and brought no sound since is hung up: the other side is gone without a BYE. */
const LONGEST_DEAD_AIR_MS = 30_000

/** One call from the prepared INVITE to its outcome. */
export const placeCall = ({ order, invite, audio, speech, now, saying, freed }: CallParts): PlacedCall => {
  let stage: Stage = { is: 'prepared' }
  let answered = false
  let earlyMedia = false
  let ourEnd: OurEnd | null = null
  let fault: CallFault | null = null
  let deadAir: NodeJS.Timeout | undefined
  const conversation: ConversationEvent[] = []
  const listeners = new Set<CallListener>()

  const end = (by: OurEnd): void => {
    if (stage.is === 'over') return
    ourEnd ??= by
    if (stage.is !== 'prepared') invite.hangUp()
  }

  const hear = (event: LegEvent): void => {
    if (event.is === 'lost') {
      fault ??= { is: 'no_audio', reason: event.reason }
      end('network')
    }
    if (event.is === 'rtp_silent')
      deadAir = setTimeout(end, Math.max(0, LONGEST_DEAD_AIR_MS - event.forMs), 'network')
    if (event.is === 'rtp_resumed' || event.is === 'key') clearTimeout(deadAir)
    if (stage.is === 'talking') stage.agent.heard(event)
  }

  const talk = (observer: CallObserver): void => {
    const agent = createAgentCall({
      flow: order.flow,
      variables: order.variables,
      leg: audio.leg,
      speech,
      happened: event => {
        conversation.push(event)
        observer.happened(event)
      },
      ...(saying && { saying }),
      hangUp: () => end('agent'),
    })
    stage = { is: 'talking', agent }
  }

  const pickedUp = async (
    observer: CallObserver,
    at: Instant,
    dialog: DialogFacts,
    sdp: string,
  ): Promise<void> => {
    answered = true
    stage = { is: 'saving' }
    const remote = readSdp(sdp)
    if (remote.is === 'refused') {
      fault = { is: 'no_audio', reason: remote.message }
      ourEnd = 'network'
      throw new Error(remote.message)
    }
    audio.leg.connect(remote)
    try {
      await observer.answered(at, dialog)
    } catch (error) {
      fault = { is: 'not_saved', reason: error instanceof Error ? error.message : String(error) }
      ourEnd = 'network'
      throw error
    }
    if (stage.is === 'saving') talk(observer)
  }

  const settle = async (observer: CallObserver, end: InviteEnd): Promise<void> => {
    if (stage.is === 'over') return
    if (stage.is === 'talking') stage.agent.stop()
    clearTimeout(deadAir)
    stage = { is: 'over' }
    for (const { over } of listeners) over()
    const { stats, recording } = await audio.close(answered)
    const media = answered ? stats : null
    freed()
    observer.ended(outcomeOf({ end, answered, fault, ourEnd, earlyMedia, conversation, media, recording }))
  }

  const free = async (): Promise<void> => {
    stage = { is: 'over' }
    await audio.close(false)
    freed()
  }

  audio.listen(hear)

  return {
    facts: invite.facts,

    send: observer => {
      if (stage.is !== 'prepared') throw new Error('A prepared call is sent or discarded once')
      if (ourEnd !== null) {
        const outcome = neverSent(now(), ourEnd)
        void free().then(() => observer.ended(outcome))
        return
      }
      stage = { is: 'calling' }
      let rang = false
      invite.send({
        provisional: (at, code, sdp) => {
          if (sdp !== null) earlyMedia = true
          if (rang || code === 100) return
          rang = true
          observer.ringing(at)
        },
        answered: (at, dialog, sdp) => pickedUp(observer, at, dialog, sdp),
        info: key => stage.is === 'talking' && stage.agent.key(key),
        ended: end => void settle(observer, end),
      })
    },

    discard: () => {
      if (stage.is === 'prepared') void free()
    },

    hangUp: by => end(by),

    listen: listener => {
      if (stage.is !== 'talking') return stage.is === 'over' ? 'over' : 'not_answered'
      const stop = audio.leg.listen(listener.heard)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        stop()
      }
    },

    level: () => (stage.is === 'talking' ? audio.leg.level() : null),

    abandon: () => end('program'),
  }
}
