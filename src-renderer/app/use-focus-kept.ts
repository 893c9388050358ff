import { useEffect } from 'react'

const floating = '[role=dialog], [role=menu], [role=listbox]'

/**
 * What has the focus may vanish with its dialog, its row or its page. The focus then goes back to where it was before the
 * dialog, or to the content of the page, so that the next key starts there and not at the window's edge.
 */
export function useFocusKept() {
  useEffect(() => {
    let last: HTMLElement | undefined
    let lastOnPage: HTMLElement | undefined
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      last = target
      if (!target.closest(floating)) lastOnPage = target
    }
    const watch = new MutationObserver(() => {
      if (!last || last.isConnected || document.activeElement !== document.body) return
      const content = document.getElementById('content')
      const home = lastOnPage?.isConnected ? lastOnPage : content
      if (!home) return
      last = undefined
      home.focus({ preventScroll: true })
      if (document.activeElement === document.body) content?.focus({ preventScroll: true })
    })
    document.addEventListener('focusin', onFocus)
    watch.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', onFocus)
      watch.disconnect()
    }
  }, [])
}
