import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** How wide an element is now: charts are drawn in pixels, so that their words keep their size. */
export function useWidth(): [RefObject<HTMLDivElement | null>, number] {
  const element = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const measured = element.current
    if (measured === null) return
    const observer = new ResizeObserver(() => setWidth(Math.floor(measured.clientWidth)))
    observer.observe(measured)
    setWidth(Math.floor(measured.clientWidth))
    return () => observer.disconnect()
  }, [])
  return [element, width]
}
