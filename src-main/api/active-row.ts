import type { ActiveCall } from '../contract/campaigns.ts'
import type { ActiveCall as EngineCall } from '../engine/active-calls.ts'

export const activeRow = (call: EngineCall): ActiveCall => ({
  call: call.call,
  lead: call.lead,
  name: call.name,
  number: call.to,
  country: call.country,
  state: call.state,
  since: call.since,
  lastWords: call.lastWords,
})
