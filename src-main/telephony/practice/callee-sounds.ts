/** What practice people and machines sound like: 8 kHz mono samples. */
export interface CalleeSounds {
  readonly hello: Int16Array
  readonly voicemailGreeting: Int16Array
  readonly beep: Int16Array
  /** Called-station tone of a fax machine, ITU-T T.30: 2100 Hz for 2.6–4 s. */
  readonly faxTone: Int16Array
}

/** Turns a text into samples; a host passes real speech here. */
export type Say = (text: string) => Promise<Int16Array>

export const renderCalleeSounds = async (say: Say = babble): Promise<CalleeSounds> => ({
  hello: await say('Hello?'),
  voicemailGreeting: await say('You have reached my voicemail. Please leave a message after the tone.'),
  beep: tone(1_000, 400),
  faxTone: tone(2_100, 3_000),
})

const RATE = 8_000

export const tone = (hertz: number, ms: number, amplitude = 8_000): Int16Array =>
  Int16Array.from({ length: (RATE * ms) / 1_000 }, (_, i) =>
    Math.round(amplitude * Math.sin((2 * Math.PI * hertz * i) / RATE)),
  )

/** Speech-like sound without a synthesiser: one voiced syllable of 160 ms for every three letters. */
const babble: Say = async text => {
  const syllables = Math.max(2, Math.round(text.length / 3))
  const perSyllable = (RATE * 180) / 1_000
  const voiced = (RATE * 150) / 1_000
  return Int16Array.from({ length: syllables * perSyllable }, (_, i) => {
    const within = i % perSyllable
    if (within >= voiced) return 0
    const pitch = 110 + 25 * Math.sin(i / 3_000)
    const envelope = Math.sin((Math.PI * within) / voiced)
    const phase = (2 * Math.PI * pitch * i) / RATE
    // Harmonics around the first two formants of an open vowel, none dominant enough to be taken for a key.
    const wave =
      Math.sin(phase) + 0.8 * Math.sin(4 * phase) + 0.7 * Math.sin(6 * phase) + 0.4 * Math.sin(11 * phase)
    return Math.round(3_500 * envelope * wave)
  })
}
