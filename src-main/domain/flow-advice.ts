import type { Flow } from './flow.ts'
import type { FlowFault } from './flow-check.ts'
import { offersOptOut } from './offers-opt-out.ts'

/** What keeps a flow from nothing, but is better known before it is published. */
export const adviceOn = (flow: Flow): readonly FlowFault[] =>
  Object.keys(flow.steps).length === 0 || offersOptOut(flow)
    ? []
    : [
        {
          step: null,
          message:
            'Nobody can refuse further calls here. Add an opt-out: many countries ask for one, and so does the checklist of a launch.',
        },
      ]
