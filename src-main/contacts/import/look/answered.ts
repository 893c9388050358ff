import { UnreadableFile } from '../read/unreadable-file.ts'

/** A file that cannot be read is an answer: what an error is gets lost between threads. */
export type Answered<T> = T | { readonly unreadable: string }

export async function answered<T>(look: () => Promise<T>): Promise<Answered<T>> {
  try {
    return await look()
  } catch (error) {
    if (error instanceof UnreadableFile) return { unreadable: error.message }
    throw error
  }
}
