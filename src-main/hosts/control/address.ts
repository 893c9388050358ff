import { createHash } from 'node:crypto'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** Longest path of a Unix socket everywhere (macOS has the shortest: 104 bytes with the closing zero). */
const longestPath = 103

/** Where a running workspace can be told things: a socket in its folder, a named pipe on Windows. */
export const controlAddress = (dataDir: string, platform: NodeJS.Platform = process.platform): string => {
  const name = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 24)
  if (platform === 'win32') return `\\\\.\\pipe\\trunkline-${name}`
  const inFolder = join(dataDir, 'control.sock')
  return Buffer.byteLength(inFolder) <= longestPath ? inFolder : join(homedir(), `.trunkline-${name}.sock`)
}
