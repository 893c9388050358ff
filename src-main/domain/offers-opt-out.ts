import type { Flow } from './flow.ts'
import { reachableFrom, stepOf } from './flow-graph.ts'

/** Some way through the flow ends further calls. */
export const offersOptOut = (flow: Flow): boolean =>
  [...reachableFrom(flow, [flow.start])].some(id => stepOf(flow, id)?.do === 'opt_out')
