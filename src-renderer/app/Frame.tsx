import { Outlet, useMatchRoute } from '@tanstack/react-router'
import { Shell } from './Shell.tsx'

/** Every page stands in the shell, but for the wallboard, which has the screen for itself. */
export function Frame() {
  const matches = useMatchRoute()
  return matches({ to: '/wallboard' }) ? <Outlet /> : <Shell />
}
