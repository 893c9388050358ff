import { accessSync, constants } from 'node:fs'
import type { ComposeRefusal } from '../application.ts'
import { type Log, openLog } from '../open-log.ts'

/** The log is the first thing written into the folder: here it shows whether it can be written at all. */
export const openWorkspaceLog = (dataDir: string, say: (line: string) => void): Log | ComposeRefusal => {
  try {
    return openLog(dataDir, say)
  } catch (error) {
    return {
      refused: 'unwritable',
      message: `The workspace folder ${dataDir} cannot be written (${whyUnwritable(dataDir, error)}). Check its rights, or choose another one with --data.`,
    }
  }
}

/** Node reports a folder that cannot be made on a read-only drive as missing; the drive itself knows better. */
const whyUnwritable = (dataDir: string, error: unknown): string => {
  try {
    accessSync(dataDir, constants.W_OK)
    return codeOf(error)
  } catch (cause) {
    return codeOf(cause) === 'ENOENT' ? codeOf(error) : codeOf(cause)
  }
}

const codeOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException
  return code ?? message
}
