import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'

type Keys = Readonly<Record<string, () => void>>

/** Single letters can be turned off by people whose tools type them by accident. */
export const useLetterKeys = create(
  persist<{ on: boolean; turn: (on: boolean) => void }>(set => ({ on: true, turn: on => set({ on }) }), {
    name: 'trunkline-letter-keys',
  }),
)

const busy = 'input, textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=listbox]'
/** After G, for as long as a hand needs. */
const secondKeyMs = 1_500

const users = new Set<{ current: Keys }>()
let prefixAt = Number.NEGATIVE_INFINITY

function free(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false
  if (event.target instanceof Element && event.target.closest(busy)) return false
  return document.querySelector('[role=dialog][aria-modal=true]') === null
}

function onKey(event: KeyboardEvent) {
  if (!free(event) || !useLetterKeys.getState().on) return
  const name = event.timeStamp - prefixAt < secondKeyMs ? `g ${event.key}` : event.key
  prefixAt = name === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
  for (const keys of users) {
    const act = keys.current[name]
    if (!act) continue
    event.preventDefault()
    act()
  }
}

window.addEventListener('keydown', onKey)

/** Plain keys such as `n` or `g h`: they work outside fields and while no dialog is open. */
export function useKeys(keys: Keys) {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    users.add(current)
    return () => {
      users.delete(current)
    }
  }, [])
}
