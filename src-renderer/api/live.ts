import { replaceEqualDeep } from '@tanstack/react-query'
import { useEffect } from 'react'
import { createStore, type StoreApi, useStore } from 'zustand'
import type { ActiveCall, CampaignLive } from '../../src-main/contract/campaigns.ts'
import type { Job } from '../../src-main/contract/jobs.ts'
import type { Refusal } from '../../src-main/contract/values.ts'
import type { WorkspaceLive } from '../../src-main/contract/workspace.ts'
import { setZone } from '../format/zone.ts'
import { client, refusalOf } from './client.ts'

export interface Live<T> {
  readonly data: T | undefined
  /** The engine's word that there is nothing to watch, such as a campaign that was deleted. */
  readonly refused: Refusal | undefined
  /** Why there is nothing to show yet; it is tried again every second. */
  readonly failed: unknown
}

const nothing = { data: undefined, refused: undefined, failed: undefined }

/** One event stream of the engine as a store: it runs while somebody reads it and starts again after a break. */
interface LiveSource<T> {
  readonly store: StoreApi<Live<T>>
  readonly read: () => () => void
  /** Opens the stream at once instead of after the next pause. */
  readonly retry: () => void
}

const pauseMs = 1_000
/** A page change leaves and enters within this time; the stream stays up through it. */
const lingerMs = 2_000

const rest = (ms: number, signal: AbortSignal) =>
  new Promise<void>(resolve => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

function liveSource<T>(open: (signal: AbortSignal) => Promise<AsyncIterable<T>>): LiveSource<T> {
  const store = createStore<Live<T>>(() => nothing)
  let readers = 0
  let running: AbortController | undefined

  async function follow(signal: AbortSignal) {
    while (!signal.aborted) {
      try {
        for await (const next of await open(signal)) {
          store.setState(now => ({ ...nothing, data: replaceEqualDeep(now.data, next) }))
        }
      } catch (error) {
        if (signal.aborted) return
        const refused = refusalOf(error)
        if (refused) return store.setState({ ...nothing, refused })
        store.setState({ failed: error })
      }
      await rest(pauseMs, signal)
    }
  }

  function start() {
    running = new AbortController()
    void follow(running.signal)
  }

  return {
    store,
    retry() {
      running?.abort()
      start()
    },
    read() {
      readers += 1
      if (!running) start()
      return () => {
        readers -= 1
        setTimeout(() => {
          if (readers > 0) return
          running?.abort()
          running = undefined
          store.setState(nothing)
        }, lingerMs)
      }
    },
  }
}

function useLive<T, S>(source: LiveSource<T>, select: (live: Live<T>) => S): S {
  useEffect(() => source.read(), [source])
  return useStore(source.store, select)
}

const workspace = liveSource<WorkspaceLive>(async signal => {
  const events = await client.workspace.live(undefined, { signal })
  return (async function* () {
    for await (const event of events) {
      setZone(event.zone)
      yield event
    }
  })()
})

export type LiveCall = ActiveCall & { readonly campaign: { readonly id: number; readonly name: string } }
const calls = liveSource<LiveCall[]>(signal => client.workspace.activeCalls(undefined, { signal }))

const levels = liveSource<ReadonlyMap<number, number>>(async signal => {
  const events = await client.workspace.levels(undefined, { signal })
  return (async function* () {
    const stillness = window.matchMedia('(prefers-reduced-motion: reduce)')
    let times = 0
    // With reduced motion once a second.
    for await (const event of events)
      if (!stillness.matches || ++times % 2 === 1) yield new Map<number, number>(event)
  })()
})

const jobs = liveSource<Job[]>(signal => client.jobs.live(undefined, { signal }))

const campaigns = new Map<number, LiveSource<CampaignLive>>()
const mostKept = 20

function campaignSource(id: CampaignLive['campaign']['id']): LiveSource<CampaignLive> {
  const known = campaigns.get(id)
  if (known) return known
  const made = liveSource<CampaignLive>(signal => client.campaigns.live({ id }, { signal }))
  const oldest = campaigns.keys().next().value
  if (campaigns.size >= mostKept && oldest !== undefined) campaigns.delete(oldest)
  campaigns.set(id, made)
  return made
}

/** Selectors return parts of the snapshot: unchanged parts keep their identity from one event to the next. */
export const useWorkspaceLive = <S>(select: (live: WorkspaceLive | undefined) => S): S =>
  useLive(workspace, live => select(live.data))

export const useActiveCalls = () => useLive(calls, live => live.data)

/** Why the calls that go on cannot be shown, as long as nothing is known of them. */
export const useActiveCallsFailed = () =>
  useLive(calls, live => (live.data ? undefined : (live.refused ?? live.failed)))

export const retryActiveCalls = () => calls.retry()

/** How loud a call is, 0–1; `null`: nothing of it can be heard. */
export const useCallLevel = (call: ActiveCall['call']) =>
  useLive(levels, live => live.data?.get(call) ?? null)

/** Long work that goes on, and what of it ended in the last minute; `undefined` before the first answer. */
export const useLiveJobs = () => useLive(jobs, live => live.data)

export const useCampaignLive = <S>(
  id: CampaignLive['campaign']['id'],
  select: (live: CampaignLive | undefined) => S,
): S => useLive(campaignSource(id), live => select(live.data))

export const useCampaignRefused = (id: CampaignLive['campaign']['id']) =>
  useLive(campaignSource(id), live => live.refused)

/** Why a campaign of which nothing is known yet cannot be shown. */
export const useCampaignFailed = (id: CampaignLive['campaign']['id']) =>
  useLive(campaignSource(id), live => (live.data ? undefined : live.failed))

export const retryCampaign = (id: CampaignLive['campaign']['id']) => campaignSource(id).retry()
