import type { Key } from '../../domain/flow.ts'
import type { CalleePhone } from './callee-phone.ts'
import type { CalleeSounds } from './callee-sounds.ts'
import type { CalleeAct } from './carrier.ts'
import type { Callee } from './draw-act.ts'
import type { RefusingAct } from './refusals.ts'

export type AnsweringAct = Exclude<CalleeAct, RefusingAct | 'no_answer'>

export interface Scene {
  readonly phone: CalleePhone
  readonly callee: Callee
  readonly sounds: CalleeSounds
  /** Talk time at the carrier's speed; sound itself stays in real time. */
  readonly paced: (ms: number) => number
}

/** A person hangs up after so long without a word. */
const PATIENCE_MS = 10_000
/** Nobody answers more questions than this. */
const MOST_TURNS = 8
/** Whoever is asked again and again tries the key that mostly leads on. */
const MOST_OF_ONE_KEY = 2
const WAY_OUT: Key = '1'
const MAILBOX_LISTENS_MS = 20_000
/** A sped-up person interrupts the first turn after so long at speed 1, but never before the agent is surely heard. */
const HEARD_ENOUGH_MS = 20_000
const SURELY_HEARD_MS = 3_000
/** Somebody who says nothing stays on the line for so long at most. */
const SILENT_FOR_MS = 90_000

/** Proves that sound works both ways: a key is pressed only after the agent was heard. */
const takesPart = async ({ phone, callee, sounds, paced }: Scene): Promise<void> => {
  await phone.say(sounds.hello)
  const enough = Math.max(SURELY_HEARD_MS, paced(HEARD_ENOUGH_MS))
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    if (!(await phone.hearTurn(PATIENCE_MS, turn === 0 ? enough : undefined))) return
    await phone.wait(paced(callee.thinkMs))
    phone.press(turn < MOST_OF_ONE_KEY || callee.act === 'opts_out' ? callee.key : WAY_OUT)
  }
}

/** What somebody, or something, that picked up does until it hangs up. */
export const answeredActs: Readonly<Record<AnsweringAct, (scene: Scene) => Promise<void>>> = {
  answers_and_presses: takesPart,
  opts_out: takesPart,

  answers_and_hangs_up: async ({ phone, sounds, callee }) => {
    await phone.say(sounds.hello)
    await phone.wait(callee.thinkMs / 2)
  },

  answers_silently: async ({ phone, paced }) => {
    const listens = async () => {
      for (let turn = 0; turn < MOST_TURNS; turn++) if (!(await phone.hearTurn(PATIENCE_MS))) return
    }
    await Promise.race([listens(), phone.wait(paced(SILENT_FOR_MS))])
  },

  voicemail: async ({ phone, sounds, paced }) => {
    await phone.say(sounds.voicemailGreeting)
    await phone.say(sounds.beep)
    await phone.wait(paced(MAILBOX_LISTENS_MS))
  },

  fax: async ({ phone, sounds }) => {
    await phone.wait(500)
    await phone.say(sounds.faxTone)
    await phone.hearTurn(PATIENCE_MS)
  },
}
