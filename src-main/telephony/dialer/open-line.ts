import { lookup } from 'node:dns/promises'
import type { Instant } from '../../domain/ids.ts'
import { isLoopback, type TrunkSettings } from '../../domain/trunk.ts'
import { createSipLine } from '../sip/create-sip-line.ts'
import type { SipLine } from '../sip/sip-line.ts'
import type { TrunkConfig } from './trunk-config.ts'

export interface OpenedLine {
  readonly line: SipLine
  /** The peer's address behind its name. */
  readonly address: string
}

/** Why there is no line, in words for the supervisor. */
export interface NoLine {
  readonly layer: 'name' | 'route'
  readonly reason: string
}

export interface LineParts {
  readonly userAgent: string
  readonly now: () => Instant
  /** The local port that the trunk had last; 0 where it had none. */
  readonly lastPort: number
}

/**
 * Finds the peer's address and opens a SIP line to it. `lastPort` is taken again when it is free: answers to calls
 * of an earlier process arrive there.
 */
export const openLine = async (
  { settings, password, t1Ms }: TrunkConfig,
  { userAgent, now, lastPort }: LineParts,
): Promise<OpenedLine | NoLine> => {
  const address = await resolveHost(settings.host)
  if (address === null) return { layer: 'name', reason: noSuchName(settings.host) }
  const open = (localPort: number) =>
    createSipLine({
      localHost: isLoopback({ host: address }) ? '127.0.0.1' : '0.0.0.0',
      localPort,
      peer: { host: address, port: settings.port },
      ...(settings.user === '' ? {} : { credentials: { user: settings.user, password: password ?? '' } }),
      ...(settings.register ? { register: { expiresSeconds: settings.registerSeconds } } : {}),
      fromDomain: settings.fromDomain || settings.host,
      optionsSeconds: settings.optionsSeconds,
      ...(t1Ms === undefined ? {} : { t1Ms }),
      userAgent,
      now,
    })
  try {
    // A port that was set by hand is insisted upon: the trunk may know us by it.
    const line =
      settings.localPort === 0 ? await openOnFreePort(lastPort, open) : await open(settings.localPort)
    return { line, address }
  } catch (error) {
    return { layer: 'route', reason: noRoute(settings, address, error) }
  }
}

/** Opens on the preferred port, or on any free one when another program has it. */
export const openOnFreePort = async <T>(
  preferred: number,
  open: (port: number) => Promise<T>,
): Promise<T> => {
  try {
    return await open(preferred)
  } catch (error) {
    if (preferred === 0 || !portTaken(error)) throw error
    return open(0)
  }
}

const resolveHost = async (host: string): Promise<string | null> => {
  try {
    return (await lookup(host, { family: 4 })).address
  } catch {
    return null
  }
}

const noSuchName = (host: string): string =>
  `The name "${host}" leads to no IPv4 address: check how it is written, and whether this computer can reach a name server.`

const noRoute = ({ host, port, localPort }: TrunkSettings, address: string, error: unknown): string =>
  portTaken(error)
    ? `The local port ${localPort} is taken by another program: choose another one, or 0 for any free port.`
    : `There is no way from this computer to ${host} (${address}:${port}): check the network connection. (${String(error)})`

const portTaken = (error: unknown): boolean =>
  codeOf(error) === 'EADDRINUSE' || codeOf(causeOf(error)) === 'EADDRINUSE'

const causeOf = (error: unknown): unknown => (error instanceof Error ? error.cause : undefined)

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
