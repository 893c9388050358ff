interface Progress {
  readonly is: 'progress'
  /** 0–1. */
  readonly share: number
}

/**
 * Long work as it is told to a window: how far it is, the latest only, then what came of it. It is called off when the
 * window leaves.
 */
export async function* withProgress<T>(
  start: (onProgress: (share: number) => void, signal: AbortSignal) => Promise<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, T> {
  let share = 0
  let wake = () => {}
  const gone = new AbortController()
  const until = signal === undefined ? gone.signal : AbortSignal.any([gone.signal, signal])
  const made = start(next => {
    share = next
    wake()
  }, until).then(result => ({ result }))
  try {
    for (let told = -1; ; ) {
      const progress = new Promise<null>(resolve => {
        wake = () => resolve(null)
        if (share > told) resolve(null)
      })
      const done = await Promise.race([made, progress])
      if (done !== null) return done.result
      told = share
      yield { is: 'progress', share }
    }
  } finally {
    gone.abort()
    await made.catch(() => {})
  }
}
