import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../api/client.ts'

/** Names the window after what it shows and the version of the program. */
export function useTitle(title: string): void {
  const { data } = useQuery(api.workspace.about.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const program = data ? `Trunkline ${data.version}` : 'Trunkline'
  useEffect(() => {
    document.title = `${title} – ${program}`
  }, [title, program])
}
