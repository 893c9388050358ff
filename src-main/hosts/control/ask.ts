import { createConnection } from 'node:net'
import { controlAddress } from './address.ts'
import { type Answer, type Answered, type Asked, longestLine, type Wish } from './messages.ts'

export type Asking<W extends Wish> =
  | { readonly is: 'answered'; readonly value: Answered[W] }
  /** Nothing runs on this workspace. */
  | { readonly is: 'not_running' }
  | { readonly is: 'refused'; readonly message: string }

/** Asks the process that runs a workspace for one thing. */
export const ask = <W extends Wish>(
  dataDir: string,
  wish: W,
  asked: Asked[W],
  waitMs = 60_000,
): Promise<Asking<W>> =>
  new Promise(resolve => {
    const socket = createConnection(controlAddress(dataDir))
    let text = ''
    const end = (result: Asking<W>) => {
      socket.destroy()
      resolve(result)
    }
    socket.setTimeout(waitMs, () => end({ is: 'refused', message: 'The running workspace does not answer.' }))
    socket.on('connect', () => socket.write(`${JSON.stringify({ do: wish, with: asked })}\n`))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      end(isAbsence(error) ? { is: 'not_running' } : { is: 'refused', message: error.message }),
    )
    socket.setEncoding('utf8').on('data', chunk => {
      text += chunk
      if (text.length > longestLine)
        end({ is: 'refused', message: 'The running workspace answers nonsense.' })
    })
    socket.on('end', () => end(readAnswer(text)))
  })

const isAbsence = ({ code }: NodeJS.ErrnoException): boolean => code === 'ENOENT' || code === 'ECONNREFUSED'

const readAnswer = <W extends Wish>(text: string): Asking<W> => {
  if (text === '') return { is: 'refused', message: 'The running workspace hung up without an answer.' }
  const answer = JSON.parse(text) as Answer
  return answer.ok
    ? { is: 'answered', value: answer.value as Answered[W] }
    : { is: 'refused', message: answer.message }
}

/** Whether a process accepts connections there. */
export const isListening = (address: string): Promise<boolean> =>
  new Promise(resolve => {
    const socket = createConnection(address)
    const end = (listening: boolean) => {
      socket.destroy()
      resolve(listening)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
  })
