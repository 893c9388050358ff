import { useMutation } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useTellJobEnd } from '../../jobs/use-job-ends.ts'

/** Does something with many contacts. A quick end is told at once, with its way back; a long one by the tray. */
export function useAct(onDone: () => void) {
  const tell = useTellJobEnd()
  return useMutation(
    api.contacts.act.mutationOptions({
      onSuccess: job => {
        tell(job)
        onDone()
      },
    }),
  )
}
