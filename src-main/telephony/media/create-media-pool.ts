import { randomInt } from 'node:crypto'
import { latenessAt } from './lateness.ts'
import { createLiveSound, type LiveSound } from './live-sound.ts'
import type {
  LegEvent,
  LegFigures,
  LegOptions,
  MediaLeg,
  MediaPool,
  MediaPoolOptions,
  SoundId,
  SoundLevel,
} from './media-pool.ts'
import { createPoolLeg, type ToLeg } from './pool-leg.ts'
import { type PoolMember, startPoolMember } from './pool-member.ts'
import { createPortRange } from './port-range.ts'
import type { FromWorker, LegId } from './protocol.ts'

/** A leg as the pool keeps it, from the wish to open it until its figures are there. */
interface Entry {
  readonly member: number
  readonly port: number
  readonly onEvent: (event: LegEvent) => void
  readonly sound: LiveSound
  level: SoundLevel
  readonly opened: (outcome: Opening) => void
  readonly closed: (figures: LegFigures) => void
}

type Opening = 'opened' | { readonly taken: boolean; readonly reason: string }

const silent: SoundLevel = { caller: 0, agent: 0 }

const nothingKnown = (recordingFailure: string): LegFigures => ({
  sent: 0,
  received: 0,
  lost: 0,
  jitterMs: 0,
  roundTripMs: null,
  mos: null,
  pacingP99Ms: 0,
  heardMs: 0,
  dropped: { foreign: 0, wrongPayload: 0, replayed: 0, huge: 0, malformed: 0, late: 0 },
  recordingFailure,
})

/** Memory that all workers see, so that a sound is held once. */
function sharedCopy(samples: Int16Array): Int16Array {
  const copy = new Int16Array(new SharedArrayBuffer(samples.byteLength))
  copy.set(samples)
  return copy
}

/** Rejects when the worker's script cannot be started. */
export async function createMediaPool(options: MediaPoolOptions): Promise<MediaPool> {
  const { workerPath, workers, ports, localHost } = options
  const range = createPortRange(ports, randomInt(65_536))
  const sounds = new Map<SoundId, Int16Array>()
  const legs = new Map<LegId, Entry>()
  let members: readonly PoolMember[] = []
  let lastLeg = 0
  let closing: Promise<void> | null = null

  const release = (id: LegId) => {
    const entry = legs.get(id)
    if (legs.delete(id) && entry) range.give(entry.port)
  }
  const onLeg = (message: Extract<FromWorker, { leg: LegId }>) => {
    const entry = legs.get(message.leg)
    if (!entry) return
    if (message.is === 'event') return entry.onEvent(message.event)
    if (message.is === 'sound') return entry.sound.tell(message.frame)
    if (message.is === 'opened') return entry.opened('opened')
    release(message.leg)
    if (message.is === 'closed') entry.closed(message.figures)
    else entry.opened(message)
  }
  const onLevels = (levels: readonly (readonly [LegId, SoundLevel])[]) => {
    for (const [id, level] of levels) {
      const entry = legs.get(id)
      if (entry) entry.level = level
    }
  }
  const lose = (member: number, reason: string) => {
    for (const [id, entry] of [...legs].filter(([, { member: of }]) => of === member)) {
      release(id)
      entry.opened({ taken: false, reason })
      entry.closed(nothingKnown(reason))
      entry.onEvent({ is: 'lost', reason })
    }
  }

  const starts = await Promise.allSettled(
    Array.from({ length: Math.max(1, workers) }, (_, at) =>
      startPoolMember({ workerPath, sounds, onLeg, onLevels, onDeath: reason => lose(at, reason) }),
    ),
  )
  members = starts.flatMap(start => (start.status === 'fulfilled' ? [start.value] : []))
  const failed = starts.find(start => start.status === 'rejected')
  if (failed) {
    await Promise.all(members.map(member => member.close()))
    throw failed.reason
  }

  const leastBusy = (): number | null => {
    const load = members.map(() => 0)
    for (const { member } of legs.values()) load[member] = (load[member] as number) + 1
    const alive = [...load.keys()].filter(at => members[at]?.alive())
    return alive.sort((a, b) => (load[a] as number) - (load[b] as number))[0] ?? null
  }

  /** One try on one port. */
  const tryPort = (at: number, port: number, { record, onEvent }: LegOptions) =>
    new Promise<MediaLeg | Exclude<Opening, 'opened'>>(resolve => {
      const id = ++lastLeg
      const member = members[at] as PoolMember
      const { promise: closed, resolve: close } = Promise.withResolvers<LegFigures>()
      const alive = () => legs.has(id)
      const post = (message: ToLeg) => void (alive() && member.post({ ...message, leg: id }))
      const sound = createLiveSound(on => post({ do: 'listen', on }))
      const level = () => legs.get(id)?.level ?? silent
      const leg = createPoolLeg({ localPort: port, onEvent, sound, level, closed, alive, post })
      const opened = (outcome: Opening) => resolve(outcome === 'opened' ? leg : outcome)
      legs.set(id, { member: at, port, onEvent, sound, level: silent, opened, closed: close })
      member.post({ do: 'open', leg: id, host: localHost, port, record })
    })

  return {
    async open(leg) {
      for (let tried = 0; tried < range.size && !closing; tried++) {
        const member = leastBusy()
        if (member === null) return { refused: 'The audio workers are being restarted.' }
        const port = range.take()
        if (port === null) break
        const outcome = await tryPort(member, port, leg)
        if (!('reason' in outcome)) return outcome
        if (!outcome.taken)
          return { refused: `No audio port could be opened on ${localHost}: ${outcome.reason}` }
      }
      return { refused: `No audio port from ${ports.from} to ${ports.to} is free.` }
    },
    async load(sound, samples) {
      const shared = sharedCopy(samples)
      sounds.set(sound, shared)
      await Promise.all(members.map(member => member.load(sound, shared)))
    },
    forget(sound) {
      sounds.delete(sound)
      for (const member of members) member.post({ do: 'forget', sound })
    },
    health: () => {
      const lateness = members.flatMap(member => member.lateness())
      return {
        legs: legs.size,
        pacingP50Ms: latenessAt(0.5, lateness),
        pacingP99Ms: latenessAt(0.99, lateness),
        workersAlive: members.filter(member => member.alive()).length,
      }
    },
    close() {
      closing ??= Promise.all(members.map(member => member.close())).then(() => {
        members.forEach((_, at) => {
          lose(at, 'The audio was shut down.')
        })
      })
      return closing
    },
  }
}
