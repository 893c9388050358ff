import { useMutation, useQuery } from '@tanstack/react-query'
import { api, queryClient } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { say, sayRefusal } from '../../ui/say.tsx'

const words = text.preferences

export const usePreferences = () => useQuery(api.preferences.get.queryOptions())

const done = {
  onSuccess: async () => {
    await queryClient.invalidateQueries({ queryKey: api.preferences.key() })
    say(words.saved)
  },
  onError: (error: unknown) => sayRefusal(error, words.notSaved),
}

export const useSetProfile = () => useMutation(api.preferences.setProfile.mutationOptions(done))
export const useSetNotices = () => useMutation(api.preferences.setNotices.mutationOptions(done))
export const useSetRetention = () => useMutation(api.preferences.setRetention.mutationOptions(done))
export const useSetStartsAtLogin = () => useMutation(api.preferences.setStartsAtLogin.mutationOptions(done))
