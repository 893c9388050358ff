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
        problems: refusal.missing.map(({ need, text }) => ({ field: need, text })),
      })
    case 'bad_choices':
      return refused({
        code: 'bad_choices',
        field: refusal.field,
        what: `${refusal.text}.`,
        cure: 'Nobody was called; choose again.',
      })
    case 'name_mismatch':
      return refused({
        code: 'name_mismatch',
        field: 'typedName',
        what: 'That is not the name of the campaign.',
        cure: 'Type its name exactly; nothing was cleared.',
      })
    case 'launching':
      return refused({
        code: 'launching',
        what: 'The contacts of this campaign are being prepared for a launch.',
        cure: 'Wait until it runs.',
      })
    case 'stopped':
      return refused({
        code: 'stopped',
        what: 'Everything was stopped while the contacts were being prepared.',
        cure: 'Launch it again when calls may go on.',
      })
    case 'no_backup':
      return refused({
        code: 'no_backup',
        what: 'What the reset would clear could not be saved before, so nothing was cleared.',
        cure: 'Look whether the folder of the workspace can be written and has room, then try again.',
      })
    case 'store':
      return refused({ code: 'store', what: refusal.failure.message, cure: 'Nothing was changed.' })
    default:
      return assertNever(refusal)
  }
}
