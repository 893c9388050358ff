import { randomBytes } from 'node:crypto'

/** Tags, Call-IDs and nonces: 32 hex digits. From `random` where a test wants them to be the same again. */
export const createTokens =
  (random?: () => number): (() => string) =>
  () =>
    random
      ? Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
      : randomBytes(16).toString('hex')
