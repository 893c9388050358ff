import { useMutation } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useTellJobEnd } from './use-job-ends.ts'

/** Takes a job back from a dialog, which then closes; a refusal stays in it. */
export function useAskedUndo(onClose: () => void) {
  const tell = useTellJobEnd()
  return useMutation(
    api.jobs.undo.mutationOptions({
      onSuccess: started => {
        tell(started)
        onClose()
      },
    }),
  )
}
