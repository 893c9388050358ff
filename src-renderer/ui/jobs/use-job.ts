import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Job } from '../../../src-main/contract/jobs.ts'
import { api } from '../../api/client.ts'
import { useLiveJobs } from '../../api/live.ts'

/** One job as it stands: live while it is at work, as it was kept afterwards. */
export function useJob(id: Job['id']) {
  const live = useLiveJobs()?.find(job => job.id === id)
  const kept = useQuery(api.jobs.get.queryOptions({ input: { id } }))
  const { refetch } = kept
  const state = live?.state
  // What was asked before the end does not know of it.
  useEffect(() => {
    if (state !== undefined) void refetch()
  }, [state, refetch])
  return { job: live ?? kept.data, error: kept.error, refetch }
}
