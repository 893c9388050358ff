import { useHotkeys } from '@mantine/hooks'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { goFullScreen } from '../ui/full-screen.ts'
import { useKeys, useLastKeys } from '../ui/use-keys.ts'
import { openDialog } from './open.ts'

/** Keys that work on every page: `?`, G and a place, Ctrl Shift P, F11, Esc. Ctrl K belongs to the palette itself. */
export function useAppKeys() {
  const navigate = useNavigate()
  const { history } = useRouter()
  const showWallboard = () => {
    goFullScreen()
    void navigate({ to: '/wallboard' })
  }
  useKeys({
    '?': () => openDialog('keys'),
    'g h': () => void navigate({ to: '/' }),
    'g c': () => void navigate({ to: '/campaigns' }),
    'g l': () => void navigate({ to: '/live' }),
    'g n': () => void navigate({ to: '/numbers' }),
    'g a': () => void navigate({ to: '/analytics' }),
    'g e': () => void navigate({ to: '/agents' }),
    'g t': () => void navigate({ to: '/trunks' }),
  })
  useLastKeys({ Escape: () => history.canGoBack() && history.back() })
  useHotkeys(
    [
      ['mod+shift+P', () => openDialog('stop')],
      ['F11', showWallboard],
    ],
    [],
  )
}
