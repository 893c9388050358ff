import { assertNever } from '../domain/assert-never.ts'
import type { CampaignState, Resting } from '../domain/campaign-state.ts'
import type { CampaignRow } from './tables/campaigns.ts'

type StateColumns = Pick<CampaignRow, 'state' | 'drains_towards' | 'pause_reason' | 'pause_detail'>

export function toStateColumns(state: CampaignState): StateColumns {
  const resting = state.is === 'draining' ? state.towards : state
  return {
    state: state.is,
    drains_towards: state.is === 'draining' ? state.towards.is : null,
    pause_reason: resting.is === 'paused' ? resting.reason : null,
    pause_detail: resting.is === 'paused' ? resting.detail : '',
  }
}

export function fromStateColumns(row: StateColumns): CampaignState {
  switch (row.state) {
    case 'draft':
    case 'scheduled':
    case 'running':
      return { is: row.state }
    case 'draining':
      return { is: 'draining', towards: resting(row.drains_towards ?? 'paused', row) }
    case 'paused':
    case 'completed':
    case 'cancelled':
      return resting(row.state, row)
    default:
      return assertNever(row.state)
  }
}

const resting = (is: Resting['is'], row: StateColumns): Resting =>
  is === 'paused' ? { is, reason: row.pause_reason ?? 'manual', detail: row.pause_detail } : { is }
