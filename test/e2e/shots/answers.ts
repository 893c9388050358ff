import type { Page } from '@playwright/test'

/** By address of the connection: what was asked of the engine over the newest one and has no answer yet. */
const open = new WeakMap<Page, Map<string, Set<string>>>()

const idOf = (message: string) => /^\{"i":"(\w+)"/.exec(message)?.[1]
/** Has a type: whatever was asked under this id is given up. */
const isGivenUp = (message: string) => /^\{"i":"\w+","t":/.test(message)
/** A stream is answered by its first message, not by its head, unless it stays silent: nothing has happened yet. */
const isHead = (message: string) => message.includes('"content-type":"text/event-stream"')
const silenceMs = 1_500

/** From here on it is known whether the page waits for an answer; before its first address is opened. */
export function followAnswers(page: Page) {
  if (open.has(page)) return
  const sockets = new Map<string, Set<string>>()
  open.set(page, sockets)
  page.on('websocket', socket => {
    const asked = new Set<string>()
    // An address that is left takes its connection with it, and nobody tells of that.
    sockets.set(socket.url(), asked)
    socket.on('framesent', ({ payload }) => {
      const id = typeof payload === 'string' ? idOf(payload) : undefined
      if (id === undefined) return
      if (isGivenUp(String(payload))) asked.delete(id)
      else asked.add(id)
    })
    socket.on('framereceived', ({ payload }) => {
      const id = typeof payload === 'string' ? idOf(payload) : undefined
      if (id === undefined) return
      if (isHead(String(payload))) setTimeout(() => asked.delete(id), silenceMs).unref()
      else asked.delete(id)
    })
    socket.on('close', () => asked.clear())
  })
}

/** How many answers the page waits for. */
export const unanswered = (page: Page) =>
  [...(open.get(page)?.values() ?? [])].reduce((sum, asked) => sum + asked.size, 0)
