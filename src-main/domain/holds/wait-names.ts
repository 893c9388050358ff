import type { LeadHold } from '../lead.ts'
import type { LeadWait } from './hold.ts'

/** How what a row waits for is called as a hold; the caps of one contact are told with their figures instead. */
export const waitNames = {
  retry_interval: 'retry-later',
  agreed_time: 'agreed-time',
  trunk_refused: 'trunk-refused',
  peer_silent: 'peer-silent',
  day_cap: 'cap-later',
  week_cap: 'cap-later',
  law_cap: 'cap-later',
  law_pause: 'cap-later',
} as const satisfies Record<LeadHold, LeadWait['is']>
