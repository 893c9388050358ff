/** The one audio format on the line: 8 kHz mono in packets of 20 ms. */
export const samplesPerMs = 8
export const frameMs = 20
export const frameSamples = frameMs * samplesPerMs
