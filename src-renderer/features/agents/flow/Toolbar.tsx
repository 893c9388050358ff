import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconMinus, IconPlus } from '@tabler/icons-react'
import { useReactFlow, useStore } from '@xyflow/react'
import type { ReactNode } from 'react'
import { text } from '../../../text/text.ts'
import classes from './Toolbar.module.css'
import type { Editor } from './use-editor.ts'

const words = text.flow.tools
export type FlowView = 'canvas' | 'list'

interface ToolbarProps {
  readonly editor: Editor
  readonly view: FlowView
  readonly onView: (view: FlowView) => void
  readonly children: ReactNode
}

/** Undo, zoom and the two ways to see a flow. */
export function Toolbar({ editor, view, onView, children }: ToolbarProps) {
  const { flow, canUndo, canRedo, undo, redo, apply } = editor
  return (
    <div className={classes.tools} role="toolbar" aria-label={words.title}>
      <Tooltip label={words.undo}>
        <ActionIcon size="sm" aria-label={words.undo} disabled={!canUndo} onClick={undo}>
          <IconArrowBackUp size={15} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={words.redo}>
        <ActionIcon size="sm" aria-label={words.redo} disabled={!canRedo} onClick={redo}>
          <IconArrowForwardUp size={15} />
        </ActionIcon>
      </Tooltip>
      <SegmentedControl
        aria-label={words.view}
        data={[
          { value: 'canvas', label: words.canvas },
          { value: 'list', label: words.list },
        ]}
        value={view}
        onChange={value => onView(value as FlowView)}
      />
      {view === 'canvas' && <Zoom />}
      {view === 'canvas' && flow.places && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() =>
            apply(now => {
              const { places: _, ...others } = now
              return others
            })
          }
        >
          {words.tidy}
        </Button>
      )}
      {children}
    </div>
  )
}

function Zoom() {
  const { zoomIn, zoomOut, fitView } = useReactFlow()
  const zoom = useStore(state => state.transform[2])
  return (
    <>
      <ActionIcon size="sm" aria-label={words.zoomOut} onClick={() => void zoomOut()}>
        <IconMinus size={14} />
      </ActionIcon>
      <span className={`${classes.zoom} num`}>{Math.round(zoom * 100)} %</span>
      <ActionIcon size="sm" aria-label={words.zoomIn} onClick={() => void zoomIn()}>
        <IconPlus size={14} />
      </ActionIcon>
      <Button size="compact-xs" variant="subtle" onClick={() => void fitView({ padding: 0.12, maxZoom: 1 })}>
        {words.fit}
      </Button>
    </>
  )
}
