import type { MessagePort } from 'node:worker_threads'
import type { ReadTable } from '../../contacts/read-work.ts'
import { openReadOnly, type ReadOnlyFile } from '../../store/read-only-file.ts'
import { type ReadAnswer, type ReadQuestion, sendError } from './read-message.ts'

/** Answers questions from a table over one read-only connection, each as the workspace stands when it is asked. */
export function answerReads(port: MessagePort, file: string, table: ReadTable): void {
  let opened: ReadOnlyFile | null = null
  const answer = async ({ name, input }: ReadQuestion): Promise<ReadAnswer> => {
    try {
      const read = table[name]
      if (read === undefined) throw new Error(`There is no read ${name}`)
      if (opened === null) opened = openReadOnly(file)
      else opened.moveOn()
      // The name says which input fits; who asks was held to it by its type.
      return { is: 'answer', output: await read.run(opened, input as never) }
    } catch (error) {
      return { is: 'error', error: sendError(error) }
    } finally {
      opened?.rest()
    }
  }
  port.on('message', (question: ReadQuestion) => void answer(question).then(sent => port.postMessage(sent)))
}
