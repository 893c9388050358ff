import { encode, type Law, laws } from './g711.ts'

/** A sound ready for either codec. */
export type EncodedSound = Readonly<Record<Law['name'], Uint8Array>>

export const encodeSound = (samples: Int16Array): EncodedSound => ({
  PCMA: encode(laws.PCMA, samples),
  PCMU: encode(laws.PCMU, samples),
})
