export interface WavFormat {
  readonly channels: number
  readonly rate: number
  readonly dataBytes: number
}

export const wavHeaderBytes = 44

/** RIFF header of 16-bit PCM (Microsoft Multimedia Programming Interface 1.0, chapter 3). */
export function wavHeader({ channels, rate, dataBytes }: WavFormat): Uint8Array {
  const bytes = Buffer.alloc(wavHeaderBytes)
  bytes.write('RIFF', 0, 'ascii')
  bytes.writeUInt32LE(wavHeaderBytes - 8 + dataBytes, 4)
  bytes.write('WAVEfmt ', 8, 'ascii')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(channels, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(rate * channels * 2, 28)
  bytes.writeUInt16LE(channels * 2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36, 'ascii')
  bytes.writeUInt32LE(dataBytes, 40)
  return bytes
}
