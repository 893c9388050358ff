import type { Lateness } from './lateness.ts'
import type { SoundId } from './media-pool.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import { createWorkerLink } from './worker-link.ts'

/** One worker of the pool with the sounds it is being taught and how punctual it is. */
export interface PoolMember {
  post(message: ToWorker): void
  alive(): boolean
  /** Resolves when the worker knows the sound, or is gone: it is taught again when it restarts. */
  load(sound: SoundId, samples: Int16Array): Promise<void>
  /** Histograms of the last ten seconds. */
  lateness(): readonly Lateness[]
  close(): Promise<void>
}

export interface PoolMemberOptions {
  readonly workerPath: string
  readonly sounds: ReadonlyMap<SoundId, Int16Array>
  /** Called with what concerns one leg. */
  readonly onLeg: (message: Extract<FromWorker, { leg: number }>) => void
  readonly onLevels: (levels: Extract<FromWorker, { is: 'levels' }>['levels']) => void
  readonly onDeath: (reason: string) => void
}

const lookBackMs = 10_000

/** Resolves when the worker runs; rejects when it cannot be started. */
export function startPoolMember({
  workerPath,
  sounds,
  onLeg,
  onLevels,
  onDeath,
}: PoolMemberOptions): Promise<PoolMember> {
  let loading: { readonly sound: SoundId; readonly done: () => void }[] = []
  let seconds: { readonly at: number; readonly counts: Lateness }[] = []

  const recent = () => seconds.filter(({ at }) => performance.now() - at < lookBackMs)
  const loaded = (sound: SoundId) => {
    const first = loading.find(entry => entry.sound === sound)
    loading = loading.filter(entry => entry !== first)
    first?.done()
  }
  const forgetLoading = () => {
    for (const { done } of loading.splice(0)) done()
  }

  return new Promise((resolve, reject) => {
    const link = createWorkerLink({
      path: workerPath,
      onStart(post) {
        for (const [sound, samples] of sounds) post({ do: 'load', sound, samples })
      },
      onMessage(message) {
        if (message.is === 'ready') resolve(member)
        else if (message.is === 'loaded') loaded(message.sound)
        else if (message.is === 'levels') onLevels(message.levels)
        else if (message.is === 'pacing')
          seconds = [...recent(), { at: performance.now(), counts: message.lateness }]
        else onLeg(message)
      },
      onDeath(reason) {
        forgetLoading()
        onDeath(reason)
        reject(new Error(`The audio worker could not be started: ${reason}`))
      },
    })
    const member: PoolMember = {
      post: link.post,
      alive: link.alive,
      async load(sound, samples) {
        if (!link.alive()) return
        await new Promise<void>(done => {
          loading.push({ sound, done })
          link.post({ do: 'load', sound, samples })
        })
      },
      lateness: () => recent().map(({ counts }) => counts),
      async close() {
        await link.close()
        forgetLoading()
      },
    }
  })
}
