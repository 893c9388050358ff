import { useMutation } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { sayRefusal } from '../say.tsx'

/** A job that failed or was cancelled, begun anew; it is told by the live list, as any other. */
export const useJobAgain = () =>
  useMutation(api.jobs.again.mutationOptions({ onError: error => sayRefusal(error, text.jobs.notBegun) }))
