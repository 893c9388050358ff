import { useCallback, useEffect, useRef, useState } from 'react'
import { type Heard, openSides, type Sides } from './sides.ts'

export type { Heard }

/** The recording as sound: where it is, and what can be done with it. Times in seconds. */
export function useRecording(url: string) {
  const audio = useRef<HTMLAudioElement>(undefined)
  const sides = useRef<Sides>(undefined)
  const wanted = useRef<Heard>('both')
  const [playing, setPlaying] = useState(false)
  const [at, setAt] = useState(0)
  const [broken, setBroken] = useState(false)

  useEffect(() => {
    const element = new Audio(url)
    audio.current = element
    const told = new AbortController()
    const on = (event: string, then: () => void) => element.addEventListener(event, then, told)
    on('play', () => setPlaying(true))
    on('pause', () => setPlaying(false))
    on('timeupdate', () => setAt(element.currentTime))
    on('seeked', () => setAt(element.currentTime))
    on('error', () => setBroken(true))
    return () => {
      told.abort()
      element.pause()
      sides.current?.close()
      sides.current = undefined
      // Lets go of the connection that reads it.
      element.removeAttribute('src')
      element.load()
    }
  }, [url])

  // A frame at a time while it plays: the events of the element come four times a second.
  useEffect(() => {
    if (!playing) return
    let frame = requestAnimationFrame(function follow() {
      setAt(audio.current?.currentTime ?? 0)
      frame = requestAnimationFrame(follow)
    })
    return () => cancelAnimationFrame(frame)
  }, [playing])

  const play = useCallback(() => {
    const element = audio.current
    if (!element) return
    // Only a press of a person may begin to make a sound.
    sides.current ??= openSides(element)
    sides.current.hear(wanted.current)
    element.play().catch(() => setPlaying(false))
  }, [])
  const toggle = useCallback(() => (audio.current?.paused ? play() : audio.current?.pause()), [play])
  const seek = useCallback((seconds: number) => {
    if (!audio.current) return
    audio.current.currentTime = seconds
    setAt(seconds)
  }, [])
  return {
    playing,
    at,
    broken,
    play,
    toggle,
    seek,
    setRate: (rate: number) => {
      if (audio.current) audio.current.playbackRate = rate
    },
    hearOnly: (heard: Heard) => {
      wanted.current = heard
      sides.current?.hear(heard)
    },
  }
}
