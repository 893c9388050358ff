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

const floating = '[role=dialog], [role=menu], [role=listbox]'
const busy = `input:not([type=checkbox]), textarea, select, [contenteditable=true], ${floating}`
/** They take Space and Enter for themselves. */
const pressable = 'a, button, summary, input, [role=button], [role=tab]'
/** After G, for as long as a hand needs. */
const secondKeyMs = 1_500

const users = new Set<{ current: Keys }>()
const lastUsers = new Set<{ current: Keys }>()
let escapeCloses = false
let prefixAt = Number.NEGATIVE_INFINITY

function free(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false
  if (event.key === 'Escape' && escapeCloses) return false
  // A key held down is not the second press that ends a call.
  if (event.key === 'h' && event.repeat) return false
  const { target, key } = event
  if (target instanceof Element && target.closest(busy)) return false
  if ((key === ' ' || key === 'Enter') && target instanceof Element && target.closest(pressable)) return false
  return document.querySelector('[role=dialog][aria-modal=true]') === null
}

function onKey(event: KeyboardEvent) {
  if (!free(event) || !useLetterKeys.getState().on) return
  const name = event.timeStamp - prefixAt < secondKeyMs ? `g ${event.key}` : event.key
  prefixAt = name === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
  const actsOf = (asked: typeof users) => [...asked].flatMap(keys => keys.current[name] ?? [])
  const acts = actsOf(users)
  for (const act of acts.length > 0 ? acts : actsOf(lastUsers)) {
    event.preventDefault()
    act()
  }
}

window.addEventListener('keydown', onKey)
// What is open closes by itself, and may be gone before the key arrives here.
window.addEventListener(
  'keydown',
  ({ key }) => {
    if (key === 'Escape') escapeCloses = document.querySelector(floating) !== null
  },
  true,
)

/** Plain keys such as `n` or `g h`: they work outside fields and while no dialog is open. */
export const useKeys = (keys: Keys) => useAmong(users, keys)

/** The same, for keys that nobody else on the page has a use for. */
export const useLastKeys = (keys: Keys) => useAmong(lastUsers, keys)

function useAmong(those: typeof users, keys: Keys) {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    those.add(current)
    return () => {
      those.delete(current)
    }
  }, [those])
}
