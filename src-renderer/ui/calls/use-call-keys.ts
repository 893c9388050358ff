import type { KeyboardEvent, RefObject } from 'react'
import type { ActiveCall } from '../../../src-main/contract/campaigns.ts'
import { toggleListening } from '../listen/ListenButton.tsx'
import { useKeys } from '../use-keys.ts'
import { hangUp } from './hang-up.ts'

const rowOf = (element: Element | null) => element?.closest<HTMLElement>('[data-call]') ?? null
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** J, K and the arrows go from call to call in a list; M listens to the one in focus, H hangs it up. */
export function useCallKeys(list: RefObject<HTMLElement | null>, calls: readonly ActiveCall[]) {
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-call]') ?? [])]
  const go = (step: number) => {
    const all = rows()
    const at = all.indexOf(rowOf(document.activeElement) as HTMLElement)
    const next = at === -1 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))
    all[next]?.querySelector('a')?.focus()
  }
  const withChosen = (act: (call: ActiveCall) => void) => () => {
    const row = rowOf(document.activeElement)
    const chosen = calls.find(({ call }) => String(call) === row?.dataset.call)
    if (chosen) act(chosen)
  }
  useKeys({
    j: () => go(1),
    k: () => go(-1),
    m: withChosen(({ call, name, number, state }) =>
      toggleListening({ call, name: name || number, answered: state === 'answered' }),
    ),
    h: withChosen(({ call, name, number }) => void hangUp(call, name || number)),
  })
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const step = steps[event.key]
      if (step === undefined) return
      event.preventDefault()
      go(step)
    },
  }
}
