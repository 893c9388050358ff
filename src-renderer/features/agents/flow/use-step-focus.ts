import { useReactFlow, useStore } from '@xyflow/react'
import { useCallback, useEffect } from 'react'
import type { StepId } from '../../../../src-main/contract/flow.ts'
import type { Editor } from './use-editor.ts'

/** Moves a step to the middle unless all of it is in view. */
function useStepShown(): (id: StepId) => void {
  const { getNode, getViewport, setCenter } = useReactFlow()
  const width = useStore(state => state.width)
  const height = useStore(state => state.height)
  return useCallback(
    id => {
      const node = getNode(id)
      if (!node) return
      const { x, y, zoom } = getViewport()
      const at = { left: node.position.x * zoom + x, top: node.position.y * zoom + y }
      const [wide, high] = [(node.width ?? 0) * zoom, (node.height ?? 0) * zoom]
      const isSeen = at.left >= 0 && at.top >= 0 && at.left + wide <= width && at.top + high <= height
      if (!isSeen)
        void setCenter(node.position.x + wide / zoom / 2, node.position.y + high / zoom / 2, { zoom })
    },
    [getNode, getViewport, setCenter, width, height],
  )
}

/** Leads to a step: it is chosen, moved into view and has the focus. */
export function useStepFocus({ choose }: Pick<Editor, 'choose'>): (id: StepId) => void {
  const show = useStepShown()
  return useCallback(
    id => {
      choose([id])
      show(id)
      requestAnimationFrame(() =>
        document
          .querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
          ?.focus({ preventScroll: true }),
      )
    },
    [choose, show],
  )
}

/** Keeps the one chosen step in view when the canvas changes its size: the list of checks grows, the window shrinks. */
export function useStepKept({ chosen }: Pick<Editor, 'chosen'>) {
  const show = useStepShown()
  const only = chosen.length === 1 ? chosen[0] : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step that is pressed stays where it was pressed
  useEffect(() => {
    if (only !== undefined) show(only)
  }, [show])
}
