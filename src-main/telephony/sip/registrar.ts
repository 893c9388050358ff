import type { IncomingRequestMessage } from 'sip.js/lib/core/index.js'
import type { createDemand } from './auth/demand.ts'
import type { Answer } from './incoming-requests.ts'

type Demanding = ReturnType<typeof createDemand> | null

/** `null`: the request may pass; else the challenge that it gets. */
export const challengeFor = (
  demanding: Demanding,
  kind: 'registrar' | 'proxy',
  message: IncomingRequestMessage,
): Answer | null => {
  const answered = message.getHeader(kind === 'proxy' ? 'proxy-authorization' : 'authorization')
  if (!demanding || demanding.isMet(answered, message.method)) return null
  // A wrong password is told apart from a missing one only by its sender, who gets the same answer again.
  const name = kind === 'proxy' ? 'Proxy-Authenticate' : 'WWW-Authenticate'
  return {
    code: kind === 'proxy' ? 407 : 401,
    headers: demanding.challenges().map(value => `${name}: ${value}`),
  }
}

const longestSeconds = 3600

/** Says yes to whoever may register; calls go out from here to nobody, so no bindings are kept. */
export const answerRegister = (demanding: Demanding, message: IncomingRequestMessage): Answer => {
  const challenge = challengeFor(demanding, 'registrar', message)
  if (challenge) return challenge
  const asked = Number(message.getHeader('expires') ?? longestSeconds)
  const seconds = Number.isFinite(asked) ? Math.min(longestSeconds, Math.max(0, asked)) : longestSeconds
  const contact = message.getHeader('contact')
  return {
    code: 200,
    headers: [
      `Expires: ${seconds}`,
      ...(contact && seconds > 0 ? [`Contact: ${contact};expires=${seconds}`] : []),
    ],
  }
}
