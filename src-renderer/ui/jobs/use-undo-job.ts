import { useMutation } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { sayRefusal } from '../say.tsx'

/** Takes a job back as a whole; the way back is a job of its own, with its own end. */
export const useUndoJob = (onStarted?: () => void) =>
  useMutation(
    api.jobs.undo.mutationOptions({
      onSuccess: () => onStarted?.(),
      onError: error => sayRefusal(error, text.jobs.notUndone),
    }),
  )
