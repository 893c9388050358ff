import { createHash, randomBytes } from 'node:crypto'
import type { Instant } from '../../domain/ids.ts'

/** A link that nobody opened for this long is dead. */
export const linkLivesMs = 10 * 60_000
/** A browser that asked for nothing for this long must be let in again. */
export const sessionLivesMs = 24 * 60 * 60_000

const mostLinks = 20
const mostSessions = 200

export interface Sessions {
  /** A new one-time token for a link. */
  newToken(): string
  /** Spends a token; the new session's id, or `null` when it was used, is too old, or never was. */
  enter(token: string): string | null
  /** Whether the session is open; being asked keeps it open. */
  knows(session: string | undefined): boolean
}

/** Both kinds are kept as hashes: looking one up tells nothing about how near a guess was. */
export const createSessions = (now: () => Instant): Sessions => {
  const links = new Map<string, Instant>()
  const sessions = new Map<string, Instant>()
  return {
    newToken() {
      const token = secret()
      keep(links, hash(token), now() + linkLivesMs, mostLinks)
      return token
    },
    enter(token) {
      const until = links.get(hash(token))
      links.delete(hash(token))
      if (until === undefined || until <= now()) return null
      const session = secret()
      keep(sessions, hash(session), now() + sessionLivesMs, mostSessions)
      return session
    },
    knows(session) {
      if (!session) return false
      const until = sessions.get(hash(session))
      if (until === undefined || until <= now()) return false
      keep(sessions, hash(session), now() + sessionLivesMs, mostSessions)
      return true
    },
  }
}

const secret = (): string => randomBytes(32).toString('base64url')
const hash = (text: string): string => createHash('sha256').update(text).digest('base64')

/** Newest last; the oldest make room. */
const keep = (table: Map<string, Instant>, key: string, until: Instant, most: number): void => {
  table.delete(key)
  table.set(key, until)
  for (const oldest of table.keys()) {
    if (table.size <= most) break
    table.delete(oldest)
  }
}
