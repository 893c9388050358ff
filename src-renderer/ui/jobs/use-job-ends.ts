import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import type { Job } from '../../../src-main/contract/jobs.ts'
import { api, queryClient } from '../../api/client.ts'
import { isAtWork } from './progress.ts'
import { tellJobEnd } from './tell-job-end.tsx'
import { useUndoJob } from './use-undo-job.ts'

/** Tells the end of a job that the caller has in hand, with its way on; telling it twice is harmless. */
export function useTellJobEnd(): (job: Job) => void {
  const navigate = useNavigate()
  const { mutate } = useUndoJob()
  return useCallback(
    job => {
      void refreshAfter(job)
      tellJobEnd(job, {
        undo: ({ id }) => mutate({ id }),
        see: ({ id }) => void navigate({ to: '/contacts/imports/$id', params: { id } }),
      })
    },
    [mutate, navigate],
  )
}

/** Tells how jobs ended that this window saw at work. */
export function useJobEnds(all: readonly Job[] | undefined) {
  const seen = useRef(new Set<number>())
  const tell = useTellJobEnd()
  useEffect(() => {
    for (const job of all ?? []) {
      if (isAtWork(job)) seen.current.add(job.id)
      else if (seen.current.delete(job.id)) tell(job)
    }
  }, [all, tell])
}

/** Whatever shows contacts is asked again: a job may have changed any of them. */
const refreshAfter = (job: Job) =>
  Promise.all(
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
    ).map(queryKey => queryClient.invalidateQueries({ queryKey })),
  )
