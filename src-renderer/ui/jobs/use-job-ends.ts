import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import type { Job } from '../../../src-main/contract/jobs.ts'
import { api, queryClient } from '../../api/client.ts'
import { isAtWork } from './progress.ts'
import { tellJobEnd } from './tell-job-end.tsx'
import { useJobAgain } from './use-job-again.ts'
import { useUndoJob } from './use-undo-job.ts'

/** Jobs whose end this window waits for: it started them or saw them at work. */
const awaited = new Set<number>()

/** Tells the end of a job that the caller started, with its way on: now, or when it comes. Told once. */
export function useTellJobEnd(): (job: Job) => void {
  const navigate = useNavigate()
  const { mutate } = useUndoJob()
  const { mutate: again } = useJobAgain()
  return useCallback(
    job => {
      if (isAtWork(job)) return void awaited.add(job.id)
      void refreshAfter(job)
      tellJobEnd(job, {
        undo: ({ id }) => mutate({ id }),
        see: ({ id }) => void navigate({ to: '/contacts/imports/$id', params: { id } }),
        again: ({ id }) => again({ id }),
      })
    },
    [mutate, again, navigate],
  )
}

/** Tells how jobs ended that this window saw at work; a page of its own tells that by itself. */
export function useJobEnds(all: readonly Job[] | undefined, hasPage: (job: Job) => boolean) {
  const tell = useTellJobEnd()
  const onPage = useRef(hasPage)
  onPage.current = hasPage
  useEffect(() => {
    for (const job of all ?? []) {
      if (isAtWork(job)) awaited.add(job.id)
      else if (awaited.delete(job.id)) {
        if (onPage.current(job)) void refreshAfter(job)
        else tell(job)
      }
    }
  }, [all, tell])
}

/**
 * Whatever shows contacts is asked again: a job may have changed any of them. After acting on rows a list shows what
 * changed in them and keeps its order, so that the next key meets the same person.
 */
function refreshAfter(job: Job) {
  const inPlace = job.asked.is === 'act' && !job.asked.changesLists
  return Promise.all(
    (job.kind === 'export'
      ? [api.jobs.key()]
      : [
          api.jobs.key(),
          api.contacts.key(),
          api.lists.key(),
          api.tags.key(),
          api.campaigns.key(),
          api.compliance.key(),
          api.launch.key(),
          api.doNotCall.key(),
        ]
    ).map(queryKey =>
      queryClient.invalidateQueries({ queryKey, predicate: ({ meta }) => !(inPlace && meta?.setsOrder) }),
    ),
  )
}
