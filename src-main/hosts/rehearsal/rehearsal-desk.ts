import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Rehearsals } from '../../api/services.ts'
import type { Rehearsal } from '../../contract/rehearsal.ts'
import { workspaceCaps } from '../../domain/campaign.ts'
import type { CampaignId } from '../../domain/ids.ts'
import type { ComposeOptions } from '../application.ts'
import { freeDisk } from '../free-disk.ts'
import { runRehearsal } from './run-rehearsal.ts'
import { secondsLeft } from './seconds-left.ts'

export interface RehearsalDesk extends Rehearsals {
  /** Ends what goes on and removes its copy. */
  close(): Promise<void>
}

export interface RehearsalDeskOptions extends Pick<ComposeOptions, 'dataDir' | 'workers' | 'resources'> {
  readonly log: Logger
  /** Real time: what is shown beside the clock on the wall. */
  readonly now?: () => number
}

/** The people of each rehearsal are the same, so that two of them can be compared. */
const SEED = 1
/** Campaigns whose latest rehearsal is kept in memory. */
const MOST_KEPT = 20
/** The copy grows with the calls that are made in it. */
const ROOM = 1.5

/** At most one rehearsal at a time, and what became of the latest ones. A copy that a crash left is removed first. */
export async function createRehearsalDesk(options: RehearsalDeskOptions): Promise<RehearsalDesk> {
  const { dataDir, workers, resources, log, now = Date.now } = options
  const file = join(dataDir, 'workspace.db')
  const folder = join(dataDir, 'rehearsal')
  const known = new Map<CampaignId, Rehearsal>()
  const listeners = new Set<(campaign: CampaignId) => void>()
  let current: { campaign: CampaignId; name: string; stop: AbortController; over: Promise<void> } | null =
    null

  const clear = () => rm(folder, { recursive: true, force: true, maxRetries: 5 })
  const keep = (campaign: CampaignId, next: Rehearsal): void => {
    known.delete(campaign)
    known.set(campaign, next)
    const [oldest] = known.keys()
    if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest)
    for (const listener of listeners) listener(campaign)
  }
  const shortOf = async (): Promise<number> => {
    const { size } = await stat(file)
    return size * ROOM + workspaceCaps.freeDiskBytes - (await freeDisk(dataDir)())
  }

  await clear()
  return {
    start: async (campaign, name, choices) => {
      if (current !== null) return { refused: 'busy', campaign: current.name }
      const { promise: over, resolve } = Promise.withResolvers<void>()
      const stop = new AbortController()
      current = { campaign, name, stop, over }
      const release = () => {
        current = null
        resolve()
      }
      try {
        const missing = await shortOf()
        if (missing > 0) {
          release()
          return { refused: 'no_room', bytes: missing }
        }
        await clear()
        await mkdir(folder, { recursive: true })
      } catch (error) {
        release()
        throw error
      }
      const begun = { startedAt: now(), choices }
      let calls = 0
      keep(campaign, { is: 'preparing', ...begun })
      const order = { file, folder, workers, resources, campaign, choices, seed: SEED }
      runRehearsal(order, {
        workerPath: workers.rehearsal,
        signal: stop.signal,
        onLog: line => log.error({ rehearsal: JSON.parse(line) }, 'In a rehearsal'),
        onProgress: progress => {
          if (stop.signal.aborted) return
          calls = progress.calls
          const { contacts, finished, expected, at } = progress
          const settled = Math.max(0, expected.contacts - (contacts - finished))
          keep(campaign, {
            is: 'running',
            ...begun,
            contacts: expected.contacts,
            settled,
            calls,
            at,
            secondsLeft: secondsLeft(progress),
          })
        },
      })
        .then(
          (end): Rehearsal => ({ ...begun, endedAt: now(), ...end }),
          (error: unknown): Rehearsal => {
            if (stop.signal.aborted) return { is: 'cancelled', ...begun, endedAt: now(), calls }
            log.error(error, 'A rehearsal broke off')
            return { is: 'failed', ...begun, endedAt: now(), ...brokeOff(error) }
          },
        )
        .then(async ended => {
          await clear().catch(error =>
            log.warn(error, 'The copy of a rehearsal is removed at the next start'),
          )
          release()
          keep(campaign, ended)
        })
      return { started: true }
    },
    cancel: async campaign => {
      if (current?.campaign !== campaign) return
      current.stop.abort(new Error('Called off'))
      await current.over
    },
    of: campaign => known.get(campaign) ?? { is: 'none' },
    onChange: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      current?.stop.abort(new Error('The program ends'))
      await current?.over
    },
  }
}

const brokeOff = (error: unknown) => ({
  what: `The rehearsal broke off: ${error instanceof Error ? error.message : String(error)}.`,
  cure: 'Nothing in this workspace was changed. The log has the details; try again.',
})
