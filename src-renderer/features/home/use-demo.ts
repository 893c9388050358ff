import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { client, queryClient } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { sayRefusal } from '../../ui/say.tsx'

export interface Demo {
  /** With weeks of earlier campaigns, which are played first. */
  start(options: { readonly history: boolean }): void
  cancel(): void
  readonly isPending: boolean
  /** 0–1 of the weeks that are played; `null`: none are. */
  readonly share: number | null
}

/** Sets the demo up and opens its campaign. */
export function useDemo(): Demo {
  const navigate = useNavigate()
  const [share, setShare] = useState<number | null>(null)
  const stop = useRef(new AbortController())
  const demo = useMutation({
    mutationFn: async ({ history }: { readonly history: boolean }) => {
      if (!history) return (await client.workspace.startDemo()).campaign
      stop.current = new AbortController()
      const { signal } = stop.current
      for await (const event of await client.workspace.startDemoWithHistory(undefined, { signal })) {
        if (event.is === 'ready') return event.campaign
        setShare(event.share)
      }
      return null
    },
    onSuccess: async campaign => {
      if (campaign === null) return
      await queryClient.invalidateQueries()
      void navigate({ to: '/campaigns/$id', params: { id: campaign } })
    },
    onError: error => {
      if (!stop.current.signal.aborted) sayRefusal(error, text.home.first.demoFailed)
    },
    onSettled: () => setShare(null),
  })
  return {
    start: demo.mutate,
    cancel: () => stop.current.abort(),
    isPending: demo.isPending,
    share,
  }
}
