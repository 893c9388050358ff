import { useMutation } from '@tanstack/react-query'
import { api, queryClient } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { say } from '../../../ui/say.tsx'

const words = text.contacts.segment

export const useSaveSegment = (onSaved: (id: number) => void) =>
  useMutation(
    api.segments.save.mutationOptions({
      onSuccess: async ({ id }, { name }) => {
        await Promise.all(
          [api.segments.key(), api.contacts.key()].map(queryKey =>
            queryClient.invalidateQueries({ queryKey }),
          ),
        )
        say(words.saved(name))
        onSaved(id)
      },
    }),
  )
