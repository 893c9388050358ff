import { useMutation, useQuery } from '@tanstack/react-query'
import { api, queryClient } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { conflictOf } from '../../ui/conflict/conflict-of.ts'
import { say, sayRefusal } from '../../ui/say.tsx'

const words = text.preferences

export const usePreferences = () => useQuery(api.preferences.get.queryOptions())

export const reloadPreferences = () => queryClient.invalidateQueries({ queryKey: api.preferences.key() })

const done = {
  onSuccess: async () => {
    await reloadPreferences()
    say(words.saved)
  },
  onError: (error: unknown) => conflictOf(error) || sayRefusal(error, words.notSaved),
}

/** `onStored`: once the page knows what is stored now. */
const doneThen = (onStored: () => void) => ({
  ...done,
  onSuccess: async () => {
    await done.onSuccess()
    onStored()
  },
})

export const useSetProfile = (onStored: () => void) =>
  useMutation(api.preferences.setProfile.mutationOptions(doneThen(onStored)))
export const useSetRetention = (onStored: () => void) =>
  useMutation(api.preferences.setRetention.mutationOptions(doneThen(onStored)))

/** A switch shows what is stored, whatever became of turning it. */
const turned = {
  ...done,
  onError: async (error: unknown) => {
    sayRefusal(error, words.notSaved)
    await reloadPreferences()
  },
}

export const useSetNotices = () => useMutation(api.preferences.setNotices.mutationOptions(turned))
export const useSetHook = () => useMutation(api.preferences.setHook.mutationOptions(turned))
export const useSetStartsAtLogin = () => useMutation(api.preferences.setStartsAtLogin.mutationOptions(done))
