import { useEffect, useRef, useState } from 'react'

const quietMs = 10_000

/** A text that follows another at most every 10 s, for people who have it read to them. */
export function useCalm(next: string): string {
  const [told, setTold] = useState(next)
  const latest = useRef(next)
  latest.current = next
  useEffect(() => {
    const timer = setInterval(() => setTold(latest.current), quietMs)
    return () => clearInterval(timer)
  }, [])
  return told
}
