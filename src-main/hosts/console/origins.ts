import type { IncomingHttpHeaders } from 'node:http'

/** The names under which this console may be addressed, and nothing that merely resolves to it (DNS rebinding). */
export interface Origins {
  hostAllowed(headers: IncomingHttpHeaders): boolean
  /** `required`: where a browser always names its origin. */
  originAllowed(headers: IncomingHttpHeaders, options: { readonly required: boolean }): boolean
}

/** `port` is asked at each request: a free port is known only after listening. */
export const originsOf = (port: () => number): Origins => {
  const hosts = () => ['127.0.0.1', 'localhost'].map(name => `${name}:${port()}`)
  return {
    hostAllowed: ({ host }) => host !== undefined && hosts().includes(host.toLowerCase()),
    originAllowed: ({ origin }, { required }) =>
      origin === undefined ? !required : hosts().some(host => origin === `http://${host}`),
  }
}
