import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import type { WizardSearch } from './steps.ts'

const route = getRouteApi('/campaigns/new')

/** Changes a part of the wizard's address; of two changes at once neither is lost. */
export function useAddress() {
  const search = route.useSearch()
  const navigate = useNavigate()
  const wanted = useRef(search)
  useEffect(() => {
    wanted.current = search
  }, [search])
  return useCallback(
    (change: WizardSearch, replace = false) => {
      wanted.current = { ...wanted.current, ...change }
      return navigate({ to: '/campaigns/new', search: wanted.current, replace })
    },
    [navigate],
  )
}
