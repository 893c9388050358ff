import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'

/** To the group of settings that the address names, once it stands there. */
export function useToGroup() {
  const group = useLocation({ select: ({ hash }) => hash })
  useEffect(() => {
    const place = group === '' ? null : document.getElementById(group)
    place?.scrollIntoView({ block: 'start' })
    place?.focus({ preventScroll: true })
  }, [group])
}
