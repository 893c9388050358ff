import { useSyncExternalStore } from 'react'

/** One second hand for everything on the page that counts; it stands still while nobody looks. */
let now = Date.now()
const watchers = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function watch(onTick: () => void) {
  watchers.add(onTick)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const tick of watchers) tick()
  }, 1_000)
  return () => {
    watchers.delete(onTick)
    if (watchers.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

export const useNow = () => useSyncExternalStore(watch, () => now)
