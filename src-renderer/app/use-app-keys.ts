import { useHotkeys } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useKeys } from '../ui/use-keys.ts'
import { openDialog } from './open.ts'

/** Keys that work on every page: `?`, G and a place, Ctrl Shift P. Ctrl K belongs to the palette itself. */
export function useAppKeys() {
  const navigate = useNavigate()
  useKeys({
    '?': () => openDialog('keys'),
    'g h': () => void navigate({ to: '/' }),
    'g c': () => void navigate({ to: '/campaigns' }),
    'g l': () => void navigate({ to: '/live' }),
    'g n': () => void navigate({ to: '/numbers' }),
    'g a': () => void navigate({ to: '/agents' }),
    'g t': () => void navigate({ to: '/trunks' }),
  })
  useHotkeys([['mod+shift+P', () => openDialog('stop')]], [])
}
