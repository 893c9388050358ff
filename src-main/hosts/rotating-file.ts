import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { destination } from 'pino'

const largestBytes = 5_000_000
const kept = 4

/** A log file that makes room for itself: `trunkline.log` is the newest, `trunkline.log.4` the oldest. */
export const rotatingFile = (file: string) => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  let bytes = existsSync(file) ? statSync(file).size : 0
  const target = destination({ dest: file, mode: 0o600, sync: true })
  // A line that finds no room on the disk is lost: no reason to drop calls.
  target.on('error', () => {})
  const rotate = () => {
    for (let age = kept - 1; age >= 0; age--) {
      const from = age === 0 ? file : `${file}.${age}`
      if (existsSync(from)) renameSync(from, `${file}.${age + 1}`)
    }
    target.reopen()
    bytes = 0
  }
  return {
    write(line: string) {
      if (bytes > largestBytes) rotate()
      bytes += Buffer.byteLength(line)
      target.write(line)
    },
    close: () => target.end(),
  }
}
