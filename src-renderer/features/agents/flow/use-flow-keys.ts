import { useEffect, useRef } from 'react'
import type { StepId } from '../../../../src-main/contract/flow.ts'
import { faultAfter } from './fault-after.ts'
import type { Editor } from './use-editor.ts'

const fields = 'input, textarea, select, [contenteditable=true]'

/** Undo and redo wherever one types, F8 through the errors; copy and paste outside fields. */
export function useFlowKeys(editor: Editor, onOpen: (step: StepId) => void): void {
  const latest = useRef({ editor, onOpen })
  latest.current = { editor, onOpen }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (document.querySelector('[role=dialog][aria-modal=true]')) return
      const act = actOf(event, latest.current.editor, latest.current.onOpen)
      if (act === null) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function actOf(event: KeyboardEvent, editor: Editor, onOpen: (step: StepId) => void): (() => void) | null {
  const key = event.key.toLowerCase()
  if (key === 'f8') return nextFault(editor, onOpen, event.shiftKey ? -1 : 1)
  if (!event.ctrlKey && !event.metaKey) return null
  if (key === 'z') return event.shiftKey ? editor.redo : editor.undo
  if (key === 'y') return editor.redo
  const inField = event.target instanceof Element && event.target.closest(fields) !== null
  const hasMarked = document.getSelection()?.isCollapsed === false
  if (inField) return null
  if (key === 'c' && !hasMarked) return editor.copy
  if (key === 'v') return editor.paste
  return null
}

function nextFault({ faults, chosen }: Editor, onOpen: (step: StepId) => void, by: 1 | -1) {
  const next = faultAfter(faults, chosen, by)
  return next === null ? null : () => onOpen(next)
}
