import '@xyflow/react/dist/base.css'
import {
  applyNodeChanges,
  Background,
  type Connection,
  MiniMap,
  type NodeChange,
  ReactFlow,
  useReactFlow,
} from '@xyflow/react'
import {
  type DragEvent,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import {
  connect,
  neighbour,
  nowhere,
  type OutletId,
  type StepId,
} from '../../../../src-main/contract/flow.ts'
import { text } from '../../../text/text.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import classes from './Canvas.module.css'
import { edgesOf, nodesOf } from './canvas-graph.ts'
import { draggedKind } from './dragged-kind.ts'
import { StepNode, type StepNodeType } from './StepNode.tsx'
import type { Editor } from './use-editor.ts'
import { useStepFocus, useStepKept } from './use-step-focus.ts'

const words = text.flow.canvas
const nodeTypes = { step: StepNode }
const fit = { padding: 0.12, maxZoom: 1 } as const
const arrows = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' } as const

interface CanvasProps {
  readonly editor: Editor
  /** Where the trial speaks. */
  readonly current: StepId | null
  /** The chosen step is to be edited. */
  readonly onEdit: () => void
}

/** The flow as a drawing: steps are dragged, lines drawn between their feet. */
export function Canvas({ editor, current, onEdit }: CanvasProps) {
  const { flow, faults, chosen, choose, apply } = editor
  const reached = chosen[0] ?? (Object.hasOwn(flow.steps, flow.start) ? flow.start : null)
  const wanted = useMemo(() => nodesOf(flow, { faults, current, reached }), [flow, faults, current, reached])
  const edges = useMemo(() => edgesOf(flow), [flow])
  const hint = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [edge, setEdge] = useState<string>()
  /** As they are while one is dragged; what was measured stays. */
  const [nodes, setNodes] = useState(wanted)
  useEffect(() => {
    setNodes(now => {
      const known = new Map(now.map(node => [node.id, node]))
      return wanted.map(node => {
        const measured = known.get(node.id)?.measured
        return measured ? { ...node, measured } : node
      })
    })
  }, [wanted])
  const picked = useRef(chosen)
  picked.current = chosen
  const onNodesChange = useCallback(
    (changes: NodeChange<StepNodeType>[]) => {
      const picks = changes.filter(change => change.type === 'select')
      if (picks.length > 0) {
        const next = new Set(picked.current)
        for (const { id, selected } of picks) selected ? next.add(id) : next.delete(id)
        picked.current = [...next]
        choose(picked.current)
        setEdge(undefined)
      }
      const others = changes.filter(change => change.type === 'position' || change.type === 'dimensions')
      if (others.length > 0) setNodes(now => applyNodeChanges(others, now))
    },
    [choose],
  )
  const shown = useMemo(
    () => nodes.map(node => ({ ...node, selected: chosen.includes(node.id) })),
    [nodes, chosen],
  )
  const placesNow = () => Object.fromEntries(nodes.map(({ id, position }) => [id, position]))
  const { screenToFlowPosition } = useReactFlow()
  const focusStep = useStepFocus(editor)
  useStepKept(editor)

  const onDrop = (event: DragEvent) => {
    const kind = draggedKind(event)
    if (kind === null) return
    event.preventDefault()
    const at = screenToFlowPosition({ x: event.clientX - 95, y: event.clientY - 20 })
    editor.add(kind, { at, places: placesNow() })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && editor.chosen.length > 0) {
      event.preventDefault()
      return choose([])
    }
    const id = (event.target as HTMLElement).closest<HTMLElement>('.react-flow__node')?.dataset.id
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const direction = arrows[event.key as keyof typeof arrows]
    if (direction) {
      event.preventDefault()
      const next = neighbour(flow, id, direction)
      if (next !== null) focusStep(next)
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      choose([id])
      onEdit()
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      editor.remove(chosen.includes(id) ? chosen : [id])
    }
  }
  const cut = (cutEdge: string) => {
    const [from = '', way = ''] = cutEdge.split('\n')
    apply(now => connect(now, from, way as OutletId, nowhere))
    setEdge(undefined)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the steps, which have the focus
    <div
      className={classes.canvas}
      ref={frame}
      tabIndex={-1}
      onKeyDown={event => {
        if (edge !== undefined && (event.key === 'Delete' || event.key === 'Backspace')) cut(edge)
        else onKeyDown(event)
      }}
      onDragOver={event => event.preventDefault()}
      onDrop={onDrop}
    >
      <p id={hint} className="unseen">
        {words.hint}
      </p>
      <ReactFlow
        aria-label={words.title}
        aria-describedby={hint}
        nodes={shown}
        edges={edges.map(one => (one.id === edge ? { ...one, selected: true } : one))}
        nodeTypes={nodeTypes}
        onNodesChange={onNodesChange}
        onNodeDragStop={(_, __, moved) => {
          const places = Object.fromEntries(moved.map(({ id, position }) => [id, position]))
          apply(now => ({ ...now, places: { ...placesNow(), ...places } }))
        }}
        onNodeDoubleClick={onEdit}
        onEdgeClick={(_, { id }) => {
          choose([])
          setEdge(id)
          frame.current?.focus({ preventScroll: true })
        }}
        onPaneClick={() => {
          choose([])
          setEdge(undefined)
        }}
        onConnect={({ source, sourceHandle, target }: Connection) =>
          apply(now => connect(now, source, sourceHandle as OutletId, target))
        }
        fitView
        fitViewOptions={fit}
        minZoom={0.2}
        maxZoom={1.5}
        panOnScroll
        disableKeyboardA11y
        edgesFocusable={false}
        deleteKeyCode={null}
        multiSelectionKeyCode={['Shift', 'Control', 'Meta']}
        selectionKeyCode="Shift"
        attributionPosition="bottom-right"
      >
        <Background gap={20} size={1} color="var(--line2)" />
        {nodes.length > 6 && (
          <MiniMap
            ariaLabel={words.map}
            position="top-right"
            pannable
            className={classes.map ?? ''}
            nodeColor={node => ((node as StepNodeType).data.errors > 0 ? 'var(--red)' : 'var(--c3)')}
          />
        )}
      </ReactFlow>
      {nodes.length === 0 && (
        <div className={classes.empty}>
          <EmptyState title={words.empty} sentence={words.emptySentence} />
        </div>
      )}
    </div>
  )
}
