import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { LogView } from '../api/services.ts'
import { logPath } from './uploads/addresses.ts'

const MOST_BYTES = 512 * 1024

export const logFile = (dataDir: string): string => join(dataDir, 'logs', 'trunkline.log')

export const createLogView = (dataDir: string): LogView => ({
  file: logFile(dataDir),
  address: logPath,
  tail: async limit => (await lastLines(logFile(dataDir), limit)).map(readLine).reverse(),
})

/** Of the last half megabyte. */
async function lastLines(file: string, limit: number): Promise<readonly string[]> {
  const opened = await open(file).catch(() => null)
  if (opened === null) return []
  try {
    const { size } = await opened.stat()
    const from = Math.max(0, size - MOST_BYTES)
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(size - from), 0, size - from, from)
    const lines = buffer.toString('utf8', 0, bytesRead).split('\n').filter(Boolean)
    // The first one may have begun before.
    return (from === 0 ? lines : lines.slice(1)).slice(-limit)
  } finally {
    await opened.close()
  }
}

/** Levels of pino: 40 warns, 50 and 60 are faults. */
const WARNS = 40
const FAILS = 50

function readLine(line: string): Awaited<ReturnType<LogView['tail']>>[number] {
  try {
    const {
      time,
      level = 0,
      msg = '',
      err,
    } = JSON.parse(line) as {
      time?: string
      level?: number
      msg?: string
      err?: { message?: string }
    }
    return {
      at: time === undefined ? null : Date.parse(time),
      level: level >= FAILS ? 'problem' : level >= WARNS ? 'warning' : 'info',
      text: [msg, err?.message].filter(Boolean).join(': '),
    }
  } catch {
    return { at: null, level: 'info', text: line }
  }
}
