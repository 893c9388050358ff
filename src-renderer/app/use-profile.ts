import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../api/client.ts'
import { setHomeCountry } from '../ui/CountrySelect.tsx'

/** What the workspace is called; forms begin with its country from here on. */
export function useProfile() {
  const profile = useQuery(api.preferences.get.queryOptions()).data?.profile
  useEffect(() => {
    if (profile?.country) setHomeCountry(profile.country)
  }, [profile])
  return profile
}
