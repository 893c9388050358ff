import { join } from 'node:path'
import { type Logger, multistream, pino } from 'pino'
import { rotatingFile } from './rotating-file.ts'

export interface Log {
  readonly log: Logger
  close(): void
}

const hidden = ['password', 'secret', 'token', 'authorization']

/** Everything to `<data>/logs/trunkline.log`, a bug that ends the program included; warnings and worse to `warn` as well. */
export const openLog = (dataDir: string, warn: (line: string) => void): Log => {
  const file = rotatingFile(join(dataDir, 'logs', 'trunkline.log'))
  const plain = { write: (line: string) => warn(plainLine(line)) }
  const log = pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: hidden.flatMap(name => [name, `*.${name}`]), censor: '…' },
    },
    multistream([
      { level: 'info', stream: file },
      { level: 'warn', stream: plain },
    ]),
  )
  const bug = (error: Error) => log.fatal({ err: error }, 'A bug ended the program')
  process.on('uncaughtExceptionMonitor', bug)
  return {
    log,
    close() {
      process.off('uncaughtExceptionMonitor', bug)
      file.close()
    },
  }
}

const plainLine = (line: string): string => {
  const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } }
  return [msg, err?.message].filter(part => part !== undefined && part !== '').join(': ')
}
