import { useEffect } from 'react'

const scheme = 'data-mantine-color-scheme'

/** Paper is light, whatever the screen is. */
export function usePaper(): void {
  useEffect(() => {
    const page = document.documentElement
    let before: string | null = null
    const toPaper = () => {
      before = page.getAttribute(scheme)
      page.setAttribute(scheme, 'light')
    }
    const toScreen = () => {
      if (before !== null) page.setAttribute(scheme, before)
    }
    window.addEventListener('beforeprint', toPaper)
    window.addEventListener('afterprint', toScreen)
    return () => {
      window.removeEventListener('beforeprint', toPaper)
      window.removeEventListener('afterprint', toScreen)
    }
  }, [])
}
