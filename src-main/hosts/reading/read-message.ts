import { codeOf } from '../../store/failure.ts'

/** What crosses to a thread that reads, one question at a time, and back. */
export interface ReadQuestion {
  readonly name: string
  readonly input: unknown
}

export type ReadAnswer =
  | { readonly is: 'answer'; readonly output: unknown }
  | { readonly is: 'error'; readonly error: SentError }

/** Errors lose their code when they are cloned, and by it the store's failures are told in words. */
export interface SentError {
  readonly message: string
  readonly stack: string
  readonly code: string
}

export const sendError = (error: unknown): SentError => {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  return { message, stack, code: codeOf(error) }
}

export const receiveError = ({ message, stack, code }: SentError): Error =>
  Object.assign(new Error(message), { stack, ...(code === '' ? {} : { code }) })
