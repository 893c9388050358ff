const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** A terminal and npm may each pass on the same Ctrl-C: signals this close together are one. */
const sameTellingMs = 1_500

export interface Told {
  /** Resolves at the first signal. */
  readonly once: Promise<void>
  /** Resolves when told again, after the first telling is surely over. */
  readonly again: Promise<void>
}

/** Listens for being told to stop. Both promises stay pending when it never happens. */
export const untilTold = (
  source: NodeJS.EventEmitter = process,
  now: () => number = () => performance.now(),
): Told => {
  const once = Promise.withResolvers<void>()
  const again = Promise.withResolvers<void>()
  let first: number | undefined
  const hear = () => {
    first ??= now()
    if (now() - first > sameTellingMs) again.resolve()
    else once.resolve()
  }
  for (const signal of signals) source.on(signal, hear)
  return { once: once.promise, again: again.promise }
}
