import { isPortClosed } from '../telephony/sip/is-port-closed.ts'
import type { LineHealth, SipLine } from '../telephony/sip/sip-line.ts'
import { type LineParts, openLine } from './open-line.ts'
import { needSameLine, type TrunkConfig } from './trunk-config.ts'
import type { OpenTrunk } from './trunk-lines.ts'

/** One layer of a trunk test, in the order in which they are tried. */
export interface TrunkTestStep {
  readonly layer: 'name' | 'route' | 'port' | 'answer' | 'sign_in' | 'ready' | 'call' | 'codec' | 'sound'
  readonly ok: boolean
  /** Plain words: what was found, and what to do where it failed. */
  readonly text: string
}

/** Registration is given as long as one SIP transaction may take (64·T1, RFC 3261 section 17.1.2). */
const SIGN_IN_WAITS_MS = 33_000

type Tell = (step: TrunkTestStep) => void

/**
 * Tells each layer up to the first that fails; over a line on which all are well it goes on with `further`. Tests over
 * the trunk's own line where it is open with these very settings, else over a line for the test only.
 */
export const testTrunk = async (
  config: TrunkConfig,
  known: OpenTrunk | null,
  parts: Omit<LineParts, 'lastPort'>,
  tell: Tell,
  further: (line: SipLine) => Promise<void>,
): Promise<void> => {
  const test = async (line: SipLine) => {
    if (await testLine(config, line, tell)) await further(line)
  }
  if (known && needSameLine(known.config, config)) {
    const use = known.use()
    try {
      await test(known.line)
    } finally {
      use.release()
    }
    return
  }
  const opened = await openLine(config, { ...parts, lastPort: 0 })
  if ('layer' in opened) {
    if (opened.layer !== 'name') tell(nameFound(config))
    tell({ layer: opened.layer, ok: false, text: opened.reason })
    return
  }
  try {
    await test(opened.line)
  } finally {
    await opened.line.close()
  }
}

/** @returns whether all of them are well */
const testLine = async (config: TrunkConfig, line: SipLine, tell: Tell): Promise<boolean> => {
  const { host, port, user, register } = config.settings
  const found = (step: TrunkTestStep): boolean => {
    tell(step)
    return step.ok
  }
  tell(nameFound(config))
  tell({ layer: 'route', ok: true, text: `Calls leave from ${line.localHost}:${line.localPort}.` })
  const ping = await line.ping()
  if (!ping.ok)
    return found(
      (await isPortClosed({ host, port }))
        ? { layer: 'port', ok: false, text: nobodyListens(config) }
        : { layer: 'answer', ok: false, text: ping.reason },
    )
  tell({
    layer: 'answer',
    ok: true,
    text: `${host}:${port} answers SIP after ${Math.round(ping.roundTripMs)} ms (${ping.code}).`,
  })

  if (register) {
    const health = await settled(line)
    const signedIn = health.is === 'up' && health.registered
    const text = signedIn ? `Registered as ${user}.` : notSignedIn(health)
    if (!found({ layer: 'sign_in', ok: signedIn, text })) return false
  } else if (ping.code === 401 || ping.code === 403 || ping.code === 407) {
    return found({ layer: 'sign_in', ok: false, text: refusedBy(ping.code, user) })
  }

  return found(ping.code === 503 ? takesNoCalls : { layer: 'ready', ok: true, text: readyText(config) })
}

const nobodyListens = ({ settings: { host, port } }: TrunkConfig): string =>
  `Nothing listens on UDP port ${port} of ${host}: check the port there, and that it speaks SIP over UDP.`

const nameFound = ({ settings }: TrunkConfig): TrunkTestStep => ({
  layer: 'name',
  ok: true,
  text: `The address of ${settings.host} is known.`,
})

const takesNoCalls: TrunkTestStep = {
  layer: 'ready',
  ok: false,
  text: 'The trunk answers, but says that it takes no calls now (503): try again later, or ask the carrier.',
}

const readyText = ({ settings }: TrunkConfig): string =>
  settings.user !== '' && !settings.register
    ? 'Ready for calls. User and password are asked for at the first call only.'
    : 'Ready for calls.'

const notSignedIn = (health: LineHealth): string =>
  health.is === 'down' ? health.reason : 'The trunk did not confirm the registration in time.'

const refusedBy = (code: number, user: string): string =>
  user === ''
    ? `The trunk does not know this computer (${code}): enter user and password, or have this computer's address allowed there.`
    : `The trunk refused user "${user}" (${code}): check user and password.`

const settled = async (line: SipLine): Promise<LineHealth> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = line.onHealth(health => health.is !== 'starting' && resolve())
  const timer = setTimeout(resolve, SIGN_IN_WAITS_MS)
  if (line.health().is === 'starting') await promise
  clearTimeout(timer)
  stop()
  return line.health()
}
