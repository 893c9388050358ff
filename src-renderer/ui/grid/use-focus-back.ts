import { type RefObject, useEffect, useRef } from 'react'

/** A dialog may hold the focus while it fades. */
const fadeMs = 300

/**
 * Who acts on the selection has the focus in a bar or a dialog, and both go with the selection: the next key is for the
 * rows again. Focus that went elsewhere stays there.
 */
export function useFocusBack(rows: RefObject<HTMLElement | null>, selected: number) {
  const before = useRef(0)
  useEffect(() => {
    const ended = before.current > 0 && selected === 0
    before.current = selected
    if (!ended) return
    const back = () => {
      const at = document.activeElement
      if (at === document.body || at?.id === 'content') rows.current?.focus({ preventScroll: true })
    }
    back()
    const timer = setTimeout(back, fadeMs)
    return () => clearTimeout(timer)
  }, [rows, selected])
}
