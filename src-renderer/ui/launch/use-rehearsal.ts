import { useEffect, useState } from 'react'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import type { Rehearsal } from '../../../src-main/contract/rehearsal.ts'
import { client, refusalOf } from '../../api/client.ts'

const againMs = 1_000

/** The latest rehearsal of a campaign, followed while somebody looks; `undefined` until it is known. */
export function useRehearsal(id: CampaignRow['id']): Rehearsal | undefined {
  const [rehearsal, setRehearsal] = useState<Rehearsal>()
  useEffect(() => {
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = async () => {
      try {
        for await (const next of await client.rehearsals.live({ id }, { signal: stop.signal }))
          setRehearsal(next)
      } catch (error) {
        if (refusalOf(error)) return
      }
      // The connection was lost: it is asked for again.
      if (!stop.signal.aborted) timer = setTimeout(follow, againMs)
    }
    void follow()
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [id])
  return rehearsal
}
