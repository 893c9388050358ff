import type { ORPCError } from '@orpc/server'
import type { Refusal } from '../contract/values.ts'
import { assertNever } from '../domain/assert-never.ts'
import type { CampaignId } from '../domain/ids.ts'
import type { Refusal as EngineRefusal } from '../engine/move.ts'
import { notFound, refused } from './refuse.ts'

/** Why a campaign cannot make this move, and what it can do instead. */
export function moveRefused(refusal: EngineRefusal, id: CampaignId): ORPCError<string, Refusal> {
  switch (refusal.refused) {
    case 'not_found':
      return notFound('campaign', id)
    case 'illegal_move': {
      const allowed = refusal.allowed.filter(
        move => move !== 'rest' && move !== 'use_up' && move !== 'refill',
      )
      return refused({
        code: 'illegal_move',
        what: `A campaign that is ${refusal.state} cannot ${refusal.move}.`,
        cure: allowed.length === 0 ? 'It stays as it is.' : `It can ${allowed.join(', ')}.`,
      })
    }
    case 'not_ready':
      return refused({
        code: 'not_ready',
        what: `Not ready to launch: ${refusal.missing.map(need => need.text).join('. ')}.`,
        cure: 'Mend these points, then launch again.',
      })
    case 'store':
      return refused({ code: 'store', what: refusal.failure.message, cure: 'Nothing was changed.' })
    default:
      return assertNever(refusal)
  }
}
