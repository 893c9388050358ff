import { lookup } from 'node:dns/promises'
import { sourceAddressTo } from '../telephony/sip/udp-socket.ts'

/** The way to a trunk: the address behind its name, and ours as it sees us. */
export interface Route {
  readonly address: string
  readonly localAddress: string
}

/** Why there is no way, in words for the supervisor. */
export interface NoRoute {
  readonly layer: 'name' | 'route'
  readonly reason: string
}

export type FindRoute = (host: string, port: number) => Promise<Route | NoRoute>

export const findRoute: FindRoute = async (host, port) => {
  const address = await addressOf(host)
  if (address === null) return { layer: 'name', reason: noSuchName(host) }
  try {
    return { address, localAddress: await sourceAddressTo({ host: address, port }) }
  } catch (error) {
    return { layer: 'route', reason: noWay(host, address, port, error) }
  }
}

/** A host that is no name at all throws at once. */
const addressOf = async (host: string): Promise<string | null> => {
  try {
    return (await lookup(host, { family: 4 })).address
  } catch {
    return null
  }
}

const noSuchName = (host: string): string =>
  `The name "${host}" leads to no IPv4 address: check how it is written, and whether this computer can reach a name server.`

const noWay = (host: string, address: string, port: number, error: unknown): string =>
  `There is no way from this computer to ${host} (${address}:${port}): check the network connection. (${String(error)})`
