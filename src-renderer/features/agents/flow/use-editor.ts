import { useCallback, useMemo, useState } from 'react'
import {
  addStep,
  adviceOn,
  beginHistory,
  checkFlow,
  copySteps,
  edited,
  type Flow,
  type FlowFault,
  openWay,
  pasteSteps,
  redone,
  removeSteps,
  renameStep,
  type StepId,
  type StepKind,
  undone,
} from '../../../../src-main/contract/flow.ts'
import { text } from '../../../text/text.ts'
import { clipboard } from './clipboard.ts'
import type { Place } from './layout.ts'

export interface Editor {
  readonly flow: Flow
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** What keeps it from being published, in the order of the steps. */
  readonly faults: readonly FlowFault[]
  /** What is better known before. */
  readonly advice: readonly FlowFault[]
  readonly chosen: readonly StepId[]
  readonly choose: (ids: readonly StepId[]) => void
  /** `about`: edits about the same thing in a row are taken back as one. */
  readonly apply: (change: (flow: Flow) => Flow, about?: string) => void
  readonly undo: () => void
  readonly redo: () => void
  /** Behind the chosen step where that has a way to spare, or where it was dropped. */
  readonly add: (kind: StepKind, dropped?: Dropped) => void
  readonly remove: (ids: readonly StepId[]) => void
  readonly rename: (from: StepId, to: string) => void
  readonly copy: () => void
  readonly paste: () => void
}

/** Where a step was dropped among the others. */
interface Dropped {
  readonly at: Place
  readonly places: Readonly<Record<StepId, Place>>
}

/** Pixels from a step to the one that is added behind it. */
const below = 130
const beside = 220

/** The flow as it is edited here, with the way back over every edit. */
export function useEditor(start: Flow, fields: readonly string[]): Editor {
  const [history, setHistory] = useState(() => beginHistory(start))
  const [chosen, setChosen] = useState<readonly StepId[]>([])
  const flow = history.now
  const apply = useCallback(
    (change: (flow: Flow) => Flow, about: string | null = null) =>
      setHistory(now => edited(now, change(now.now), about)),
    [],
  )
  const faults = useMemo(() => checkFlow(flow, fields), [flow, fields])
  const advice = useMemo(() => adviceOn(flow), [flow])
  const present = useMemo(() => chosen.filter(id => Object.hasOwn(flow.steps, id)), [chosen, flow])
  return {
    flow,
    faults,
    advice,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    chosen: present,
    choose: setChosen,
    apply,
    undo: useCallback(() => setHistory(undone), []),
    redo: useCallback(() => setHistory(redone), []),
    add: (kind, dropped) => {
      const [only] = present
      const outlet = present.length === 1 && only !== undefined && !dropped ? openWay(flow, only) : null
      const at = dropped?.at ?? (only === undefined ? undefined : placeBelow(flow, only))
      const added = addStep(dropped ? { ...flow, places: dropped.places } : flow, {
        kind,
        name: text.flow.kinds[kind],
        texts: text.flow.newStep,
        ...(outlet !== null && only !== undefined && { after: { step: only, outlet } }),
        ...(at && { at }),
      })
      apply(() => added.flow)
      setChosen([added.id])
    },
    remove: ids => {
      apply(now => removeSteps(now, ids))
      setChosen([])
    },
    rename: (from, to) => {
      apply(now => renameStep(now, from, to))
      setChosen([to.trim()])
    },
    copy: () => {
      if (present.length > 0) clipboard.put(copySteps(flow, present))
    },
    paste: () => {
      const piece = clipboard.get()
      if (piece === null) return
      const pasted = pasteSteps(flow, piece)
      apply(() => pasted.flow)
      setChosen(pasted.ids)
    },
  }
}

/** Free room under a step, where steps were put by hand. */
function placeBelow({ places }: Flow, id: StepId): Place | undefined {
  const from = places?.[id]
  if (!places || !from) return undefined
  const isTaken = ({ x, y }: Place) =>
    Object.values(places).some(other => Math.abs(other.x - x) < beside && Math.abs(other.y - y) < below / 2)
  for (let x = from.x; ; x += beside) {
    const place = { x, y: from.y + below }
    if (!isTaken(place)) return place
  }
}
