import { ORPCError } from '@orpc/client'
import { refusalOf } from '../api/client.ts'
import { UploadFailed } from '../api/upload.ts'
import { text } from '../text/text.ts'

export interface Trouble {
  readonly what: string
  readonly cure: string
}

/** What to tell about anything that failed: own words of the engine or of an upload, a fault, or a lost connection. */
export function troubleOf(error: unknown): Trouble {
  const refusal = refusalOf(error)
  if (refusal) return refusal
  if (error instanceof UploadFailed) return error.trouble
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') return text.shell.badInput
  return error instanceof ORPCError ? text.shell.engineFault : text.shell.notReached
}
