import type { TrunkForm } from '../contract/lines.ts'
import { refused } from './refuse.ts'

// Both are written into SIP messages: what ends or opens a part of a header has no place in them (RFC 3261 section 25.1).
const hostForm = /^[\p{L}\p{N}._:[\]-]+$/u
const userForm = /^[^\s\p{C}<>"]*$/u

/** Refuses a host or user that cannot be written into a SIP message. */
export function checkTrunk({ host, user }: Pick<TrunkForm, 'host' | 'user'>): void {
  if (!hostForm.test(host))
    throw refused({
      code: 'bad_host',
      field: 'host',
      what: 'This is neither a name nor an address of a computer.',
      cure: 'Write it without spaces or signs, such as sip.example.com or 192.0.2.10.',
    })
  if (!userForm.test(user))
    throw refused({
      code: 'bad_user',
      field: 'user',
      what: 'A user cannot hold spaces, quotes, angle brackets or invisible signs.',
      cure: 'Copy it again from the carrier’s letter.',
    })
}
