import type { Instant } from '../domain/ids.ts'
import { isLoopback } from '../domain/trunk.ts'
import { createSipLine } from '../telephony/sip/create-sip-line.ts'
import type { SipLine } from '../telephony/sip/sip-line.ts'
import type { FindRoute, NoRoute, Route } from './find-route.ts'
import type { TrunkConfig } from './trunk-config.ts'

export interface OpenedLine {
  readonly line: SipLine
  readonly route: Route
}

export interface LineParts {
  readonly userAgent: string
  readonly now: () => Instant
  readonly findRoute: FindRoute
  /** The local port that the trunk had last, 0 where it had none: answers to calls of an earlier process arrive there. */
  readonly lastPort: number
}

/** Finds the way to the trunk and opens a SIP line over it. */
export const openLine = async (
  { settings, password, t1Ms }: TrunkConfig,
  { userAgent, now, findRoute, lastPort }: LineParts,
): Promise<OpenedLine | NoRoute> => {
  const route = await findRoute(settings.host, settings.port)
  if ('layer' in route) return route
  const open = (localPort: number) =>
    createSipLine({
      localHost: isLoopback({ host: route.address }) ? '127.0.0.1' : '0.0.0.0',
      localPort,
      peer: { host: route.address, port: settings.port },
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
    return { line, route }
  } catch (error) {
    return { layer: 'route', reason: notOpened(settings.localPort, error) }
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

const notOpened = (localPort: number, error: unknown): string =>
  portTaken(error)
    ? `The local port ${localPort} is taken by another program: choose another one, or 0 for any free port.`
    : `No SIP port can be opened on this computer: ${String(error)}.`

const portTaken = (error: unknown): boolean =>
  [error, error instanceof Error ? error.cause : null].some(
    fault => fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE',
  )
