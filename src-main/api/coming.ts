import { refused } from './refuse.ts'

/** Answers for a part whose engine side is being joined right now; goes with the last of them. */
export function coming(): never {
  throw refused({ code: 'coming', what: 'This part is not joined yet.', cure: 'Nothing was changed.' })
}
