import type { ReadContacts } from '../../contacts/import/read-contacts.ts'
import { findRoute } from '../../dialer/find-route.ts'
import { isLoopback } from '../../domain/trunk.ts'
import { isCountry, type ReadPhone, readPhone } from '../../numbering/phone.ts'
import { readPeople } from './read-people.ts'
import type { RunFlags } from './run-flags.ts'
import { readTrunkUri, type TrunkUri } from './trunk-uri.ts'

/** What is to be run, everything in it checked that can be checked before a workspace is touched. */
export interface RunOrder {
  readonly trunk: TrunkUri
  readonly callerId: Extract<ReadPhone, { number: string }>
  readonly people: ReadContacts
}

export interface RunRefusal {
  readonly ending: 'usage' | 'failed'
  readonly reason: string
}

export async function readRun(flags: RunFlags): Promise<RunOrder | RunRefusal> {
  const usage = (reason: string): RunRefusal => ({ ending: 'usage', reason: `${reason} Nobody was called.` })
  const trunk = readTrunkUri(flags.trunk)
  if ('reason' in trunk) return usage(`--trunk: ${trunk.reason}`)
  const { settings } = trunk
  if (flags.anyTime && !isLoopback(settings))
    return usage(`--any-time holds for trunks on this computer only, and ${settings.host} is not.`)
  const callerId = readPhone(flags.callerId, '')
  if ('reason' in callerId) return usage(`--caller-id: ${callerId.reason}. Write it with + and country code.`)
  if (flags.country !== undefined && !isCountry(flags.country))
    return usage(`--country: “${flags.country}” is no country. Write its two letters, like DE.`)
  const people = await readPeople(flags.contacts, flags.country ?? callerId.country ?? 'US')
  if ('reason' in people) return usage(people.reason)
  const route = await findRoute(settings.host, settings.port)
  if ('layer' in route) return { ending: 'failed', reason: `${route.reason} Nobody was called.` }
  return { trunk, callerId, people }
}
