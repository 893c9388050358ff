import { type Logger, pino } from 'pino'
import type { CliHost } from './cli-host.ts'

/** For commands whose workspace is thrown away: warnings and worse on stderr, nothing on disk. */
export const quietLog = (host: Pick<CliHost, 'say'>): Logger =>
  pino(
    { level: 'warn', base: null },
    { write: (line: string) => host.say((JSON.parse(line) as { msg?: string }).msg ?? line.trim()) },
  )
