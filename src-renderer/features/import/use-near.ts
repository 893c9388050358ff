import { type RefObject, useEffect, useRef, useState } from 'react'

/** Wide enough that the next column is ready before Tab or the scrollbar comes to it. */
const margin = '0px 800px'

/** Whether an element stands in the part of its scrolling box that is seen, or close to it. `always`: it does. */
export function useNear<E extends Element>(always: boolean): readonly [RefObject<E | null>, boolean] {
  const element = useRef<E>(null)
  const [near, setNear] = useState(always)
  useEffect(() => {
    if (always || !element.current) return
    const observer = new IntersectionObserver(entries => setNear(entries.at(-1)?.isIntersecting === true), {
      root: element.current.closest('[data-field=columns]'),
      rootMargin: margin,
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [always])
  return [element, near]
}
