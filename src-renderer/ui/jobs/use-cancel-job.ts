import { useMutation } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { sayRefusal } from '../say.tsx'

/** Its end is told by the live list, as that of any other. */
export const useCancelJob = () =>
  useMutation(
    api.jobs.cancel.mutationOptions({ onError: error => sayRefusal(error, text.jobs.notCancelled) }),
  )
