/** How a call ended: the disposition, shown everywhere under these names. */
export const callResults = [
  'answered',
  'voicemail',
  'no_conversation',
  'no_answer',
  'busy',
  'rejected',
  'invalid',
  'fax',
  'failed',
  'abandoned',
  'interrupted',
] as const
export type CallResult = (typeof callResults)[number]

/** Why a call `failed`; the trunk's faults are never the contact's. */
export type FailureCause = 'credentials' | 'media' | 'congestion' | 'trunk' | 'other'
