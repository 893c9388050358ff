import { tone } from '../telephony/media/tones.ts'

/** What is heard where speech failed: nobody is left in silence. Always this very array. */
export const fallbackTone = tone([440], 400, -18)
