import { useCallback, useEffect, useRef, useState } from 'react'
import type { AgentDetail } from '../../../../src-main/contract/agents.ts'
import type { Flow } from '../../../../src-main/contract/flow.ts'
import type { Refusal } from '../../../../src-main/contract/values.ts'
import { api, client, queryClient, refusalOf } from '../../../api/client.ts'

const pauseMs = 600

export interface DraftSaving {
  readonly is: 'saved' | 'saving' | 'failed' | 'conflict'
  readonly savedAt: number
  readonly error: unknown
  /** Somebody else saved meanwhile: what differs. */
  readonly conflict: Conflict | null
  /** @returns the revision on which all of this page is stored; `null`: it is not. */
  readonly flush: () => Promise<number | null>
  readonly keepMine: () => void
  /** Their flow, which is then the one to go on from. */
  readonly takeTheirs: () => Promise<Flow>
}

export interface Conflict {
  readonly revision: number
  readonly changed: NonNullable<Refusal['changed']>
}

/** Keeps the draft as it is drawn: one save at a time, each on the revision of the one before. */
export function useDraft(
  { id, draft }: Pick<AgentDetail, 'id' | 'draft'>,
  flow: Flow,
  onNewer: (flow: Flow) => void,
): DraftSaving {
  const stored = useRef({ flow: draft.flow, revision: draft.revision })
  const latest = useRef(flow)
  latest.current = flow
  const turn = useRef<Promise<number | null>>(Promise.resolve(draft.revision))
  const [savedAt, setSavedAt] = useState(draft.savedAt)
  const [error, setError] = useState<unknown>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const stopped = useRef(false)
  stopped.current = conflict !== null

  const send = useCallback(async (): Promise<number | null> => {
    if (stopped.current) return null
    const sent = latest.current
    if (sent === stored.current.flow) return stored.current.revision
    try {
      const saved = await client.agents.saveDraft({ id, revision: stored.current.revision, flow: sent })
      stored.current = { flow: sent, revision: saved.revision }
      setSavedAt(saved.savedAt)
      setError(null)
      void queryClient.invalidateQueries({ queryKey: api.agents.key(), refetchType: 'none' })
      return saved.revision
    } catch (caught) {
      const refusal = refusalOf(caught)
      if (refusal?.changed && refusal.revision !== undefined) {
        stopped.current = true
        setConflict({ revision: refusal.revision, changed: refusal.changed })
      } else setError(caught)
      return null
    }
  }, [id])

  const flush = useCallback(() => {
    turn.current = turn.current.then(send)
    return turn.current
  }, [send])

  useEffect(() => {
    if (flow === stored.current.flow) return
    const timer = setTimeout(() => void flush(), pauseMs)
    return () => clearTimeout(timer)
  }, [flow, flush])
  useEffect(() => () => void flush(), [flush])

  // Read again, and newer than what this page goes by: shown, unless something here still waits to be saved.
  useEffect(() => {
    if (draft.revision <= stored.current.revision || latest.current !== stored.current.flow) return
    stored.current = { flow: draft.flow, revision: draft.revision }
    setSavedAt(draft.savedAt)
    onNewer(draft.flow)
  }, [draft, onNewer])

  const isSaved = flow === stored.current.flow
  return {
    is: conflict ? 'conflict' : error ? 'failed' : isSaved ? 'saved' : 'saving',
    savedAt,
    error,
    conflict,
    flush,
    keepMine: () => {
      if (!conflict) return
      stored.current = { ...stored.current, revision: conflict.revision }
      stopped.current = false
      setConflict(null)
      void flush()
    },
    takeTheirs: async () => {
      const theirs = await client.agents.get({ id })
      stored.current = { flow: theirs.draft.flow, revision: theirs.draft.revision }
      setSavedAt(theirs.draft.savedAt)
      setConflict(null)
      return theirs.draft.flow
    },
  }
}
