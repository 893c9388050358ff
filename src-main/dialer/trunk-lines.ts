import type { Instant, TrunkId } from '../domain/ids.ts'
import type { TrunkHealth } from '../engine/ports/dialer.ts'
import type { LineHealth, SipLine } from '../telephony/sip/sip-line.ts'
import { type FindRoute, findRoute, type NoRoute, type Route } from './find-route.ts'
import { openLine } from './open-line.ts'
import { needSameLine, type TrunkConfig } from './trunk-config.ts'

export interface TrunkLinesOptions {
  readonly now: () => Instant
  readonly userAgent: string
  /** Local SIP port that this trunk had when the program last ran; 0 where unknown. */
  readonly knownPort: (trunk: TrunkId) => number
  readonly rememberPort: (trunk: TrunkId, port: number) => void
  /** By the system's name server and routes where absent. */
  readonly findRoute?: FindRoute
}

/** A trunk whose line is open. `use` keeps the line alive for a call, even when the trunk is changed meanwhile. */
export interface OpenTrunk {
  readonly config: TrunkConfig
  readonly line: SipLine
  use(): { release(): void }
}

/** One SIP line per trunk: opened, replaced when the trunk is changed, tried again when it could not be opened. */
export interface TrunkLines {
  apply(config: TrunkConfig): Promise<void>
  remove(trunk: TrunkId): Promise<void>
  get(trunk: TrunkId): OpenTrunk | null
  /** The line that sends to this address, whatever trunk it serves. */
  findByPeer(host: string, port: number): SipLine | null
  health(trunk: TrunkId): TrunkHealth
  onHealth(listener: (trunk: TrunkId, health: TrunkHealth) => void): () => void
  close(): Promise<void>
}

type Trunk =
  | { readonly is: 'opening'; readonly config: TrunkConfig }
  | { readonly is: 'open'; readonly config: TrunkConfig; readonly held: HeldLine }
  | {
      readonly is: 'shut'
      readonly config: TrunkConfig
      readonly health: Extract<TrunkHealth, { is: 'down' }>
      readonly again: NodeJS.Timeout
    }

interface HeldLine {
  readonly line: SipLine
  readonly route: Route
  calls: number
  retired: boolean
}

/** A name server or network that is away is asked again this often: dialling goes on ≤ 30 s after it is back. */
const TRY_AGAIN_MS = 15_000

export const createTrunkLines = (options: TrunkLinesOptions): TrunkLines => {
  const { now, userAgent, knownPort, rememberPort, findRoute: find = findRoute } = options
  const trunks = new Map<TrunkId, Trunk>()
  const held = new Set<HeldLine>()
  const listeners = new Set<(trunk: TrunkId, health: TrunkHealth) => void>()
  const queues = new Map<TrunkId, Promise<void>>()
  let closed = false

  const tell = (trunk: TrunkId): void => {
    const health = healthOf(trunks.get(trunk))
    for (const listener of listeners) listener(trunk, health)
  }

  /** Changes of one trunk happen one after the other. */
  const inTurn = (trunk: TrunkId, change: () => Promise<void>): Promise<void> => {
    const turn = (queues.get(trunk) ?? Promise.resolve()).then(change)
    const done = turn.catch(() => {})
    queues.set(trunk, done)
    void done.then(() => queues.get(trunk) === done && queues.delete(trunk))
    return turn
  }

  const retire = async (line: HeldLine): Promise<void> => {
    line.retired = true
    if (line.calls === 0) await letGo(line)
  }

  const letGo = async (line: HeldLine): Promise<void> => {
    if (held.delete(line)) await line.line.close()
  }

  const shutDown = async (trunk: Trunk | undefined): Promise<void> => {
    if (trunk?.is === 'shut') clearTimeout(trunk.again)
    if (trunk?.is === 'open') await retire(trunk.held)
  }

  const open = async (config: TrunkConfig): Promise<void> => {
    if (closed) return
    const before = healthOf(trunks.get(config.id))
    const downSince = before.is === 'down' ? before.since : null
    trunks.set(config.id, { is: 'opening', config })
    const opened = await openLine(config, { userAgent, now, findRoute: find, lastPort: knownPort(config.id) })
    if ('layer' in opened) trunks.set(config.id, shut(config, opened, downSince ?? now()))
    else {
      const line: HeldLine = { ...opened, calls: 0, retired: false }
      held.add(line)
      trunks.set(config.id, { is: 'open', config, held: line })
      rememberPort(config.id, line.line.localPort)
      line.line.onHealth(health => {
        if (line.retired) return
        if (health.is === 'down') void inTurn(config.id, () => followMove(config.id, line))
        tell(config.id)
      })
    }
    tell(config.id)
  }

  const shut = (config: TrunkConfig, { reason }: NoRoute, since: Instant): Trunk => {
    const again = setTimeout(() => void inTurn(config.id, () => reopen(config)), TRY_AGAIN_MS)
    again.unref()
    return { is: 'shut', config, health: { is: 'down', since, reason, retryAt: now() + TRY_AGAIN_MS }, again }
  }

  /** A trunk that is down may only have moved, or we have: its name or our network leads elsewhere now. */
  const followMove = async (id: TrunkId, line: HeldLine): Promise<void> => {
    const trunk = trunks.get(id)
    if (trunk?.is !== 'open' || trunk.held !== line) return
    const { host, port } = trunk.config.settings
    const route = await find(host, port)
    if ('layer' in route || isSame(route, line.route)) return
    await retire(line)
    await open(trunk.config)
  }

  const reopen = async (config: TrunkConfig): Promise<void> => {
    if (trunks.get(config.id)?.is === 'shut') await open(config)
  }

  return {
    apply: config =>
      inTurn(config.id, async () => {
        const before = trunks.get(config.id)
        if (before?.is === 'open' && needSameLine(before.config, config)) {
          trunks.set(config.id, { ...before, config })
          return
        }
        await shutDown(before)
        await open(config)
      }),

    remove: trunk =>
      inTurn(trunk, async () => {
        const before = trunks.get(trunk)
        trunks.delete(trunk)
        await shutDown(before)
        tell(trunk)
      }),

    get: id => {
      const trunk = trunks.get(id)
      if (trunk?.is !== 'open') return null
      const line = trunk.held
      return {
        config: trunk.config,
        line: line.line,
        use: () => {
          line.calls++
          return {
            release: () => {
              line.calls--
              if (line.retired && line.calls === 0) void letGo(line)
            },
          }
        },
      }
    },

    findByPeer: (host, port) => {
      for (const trunk of trunks.values())
        if (trunk.is === 'open' && trunk.held.route.address === host && trunk.config.settings.port === port)
          return trunk.held.line
      return null
    },

    health: trunk => healthOf(trunks.get(trunk)),

    onHealth: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    close: async () => {
      closed = true
      await Promise.all(queues.values())
      for (const trunk of trunks.values()) if (trunk.is === 'shut') clearTimeout(trunk.again)
      trunks.clear()
      await Promise.all([...held].map(letGo))
    },
  }
}

const healthOf = (trunk: Trunk | undefined): TrunkHealth => {
  if (trunk?.is === 'shut') return trunk.health
  return trunk?.is === 'open' ? fromLine(trunk.held.line.health()) : { is: 'unknown' }
}

const isSame = (a: Route, b: Route): boolean => a.address === b.address && a.localAddress === b.localAddress

const fromLine = (health: LineHealth): TrunkHealth => (health.is === 'starting' ? { is: 'unknown' } : health)
