const loudest = 32_768

/** @param sound 16-bit little-endian samples as base64 @returns −1 to 1 */
export function readSound(sound: string): Float32Array<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(sound), letter => letter.charCodeAt(0))
  const view = new DataView(bytes.buffer)
  return Float32Array.from({ length: bytes.length >> 1 }, (_, at) => view.getInt16(2 * at, true) / loudest)
}

/** The way back. */
export function writeSound(samples: Float32Array): string {
  const view = new DataView(new ArrayBuffer(2 * samples.length))
  samples.forEach((sample, at) => {
    view.setInt16(2 * at, Math.round(Math.max(-1, Math.min(1, sample)) * (loudest - 1)), true)
  })
  return btoa(String.fromCharCode(...new Uint8Array(view.buffer)))
}
