import { useReactFlow, useStore } from '@xyflow/react'
import { useCallback } from 'react'
import type { StepId } from '../../../../src-main/contract/flow.ts'
import type { Editor } from './use-editor.ts'

/** Leads to a step: it is chosen, moved into view and has the focus. */
export function useStepFocus({ choose }: Pick<Editor, 'choose'>): (id: StepId) => void {
  const { getNode, getViewport, setCenter } = useReactFlow()
  const width = useStore(state => state.width)
  const height = useStore(state => state.height)
  return useCallback(
    id => {
      choose([id])
      const node = getNode(id)
      if (node) {
        const { x, y, zoom } = getViewport()
        const at = { left: node.position.x * zoom + x, top: node.position.y * zoom + y }
        const [wide, high] = [(node.width ?? 0) * zoom, (node.height ?? 0) * zoom]
        const isSeen = at.left >= 0 && at.top >= 0 && at.left + wide <= width && at.top + high <= height
        if (!isSeen)
          void setCenter(node.position.x + wide / zoom / 2, node.position.y + high / zoom / 2, { zoom })
      }
      requestAnimationFrame(() =>
        document
          .querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
          ?.focus({ preventScroll: true }),
      )
    },
    [choose, getNode, getViewport, setCenter, width, height],
  )
}
