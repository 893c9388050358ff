import type { Transaction } from 'kysely'
import type { EngineTransaction } from '../../engine/ports.ts'
import { addAudit } from '../audit.ts'
import { fromJson, toJson } from '../json.ts'
import type { Tables } from '../tables.ts'
import * as calls from './call-records.ts'
import * as campaigns from './campaign-records.ts'
import { leadToCall, listFacts } from './lead-to-call.ts'
import { settleCall } from './settle-call.ts'

// As much as the next few hundred steps of calls take.
const ROOM_BYTES = 256 * 1024

/** The engine's reads and writes over one transaction. */
export const engineTransaction = (tx: Transaction<Tables>): EngineTransaction => ({
  campaign: id => campaigns.campaignRecord(tx, id),
  workingCampaigns: () => campaigns.workingCampaigns(tx),
  list: campaign => listFacts(tx, campaign),
  leadToCall: (campaign, now) => leadToCall(tx, campaign, now),
  nextNumber: campaign => calls.nextNumber(tx, campaign),
  flow: async version => {
    const query = tx.selectFrom('agent_versions').select('flow').where('id', '=', version)
    return fromJson((await query.executeTakeFirstOrThrow()).flow)
  },
  suppression: (number, campaign) => calls.suppression(tx, number, campaign),
  liveCalls: () => calls.liveCalls(tx),
  orphans: () => calls.orphans(tx),
  call: id => calls.callRecord(tx, id),
  lead: id =>
    tx
      .selectFrom('leads')
      .select(['attempts', 'unrung', 'goal'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),

  reserve: reservation => calls.reserve(tx, reservation),
  takeBack: call => calls.takeBack(tx, call),
  skip: async (lead, reason) => {
    const change = { status: 'skipped', skip_reason: reason, ready_at: 0 } as const
    await tx.updateTable('leads').set(change).where('id', '=', lead).execute()
  },
  markSending: (call, facts, at) => calls.markSending(tx, call, facts, at),
  markRinging: (call, at) => calls.markRinging(tx, call, at),
  markAnswered: (call, dialog, at) => calls.markAnswered(tx, call, dialog, at),
  settle: (call, settled, lead) => settleCall(tx, call, settled, lead),
  setOrphan: (call, orphan) => calls.setOrphan(tx, call, orphan),
  suppress: async (number, scope, campaign, reason, at) => {
    const campaign_id = scope === 'campaign' ? campaign : null
    await tx
      .insertInto('suppressions')
      .values({ number, scope, campaign_id, reason, source: 'agent', at })
      .onConflict(conflict => conflict.doNothing())
      .execute()
  },
  setState: (campaign, state, at) => campaigns.setState(tx, campaign, state, at),
  beginRun: (campaign, at) => campaigns.beginRun(tx, campaign, at),
  resetLeads: async campaign => {
    await tx
      .updateTable('leads')
      .set({ status: 'pending', skip_reason: null, attempts: 0, unrung: 0, ready_at: 0 })
      .where('campaign_id', '=', campaign)
      .where(({ eb, or, and }) =>
        or([
          eb('status', 'in', ['pending', 'retry', 'no_conversation', 'no_answer', 'failed']),
          // Looked up again when their turn comes: an entry may have been lifted.
          and([eb('status', '=', 'skipped'), eb('skip_reason', 'in', ['dnc', 'opted_out'])]),
        ]),
      )
      .execute()
  },
  addNotice: async (notice, at) => {
    const { campaign, ...rest } = notice
    await tx
      .insertInto('notices')
      .values({ ...rest, campaign_id: campaign, at })
      .execute()
  },
  addAudit: (entry, at) => addAudit(tx, entry, at),
  proveRoom: async at => {
    const row = { value: toJson<unknown>(' '.repeat(ROOM_BYTES)), changed_at: at }
    await tx
      .insertInto('settings')
      .values({ key: 'room', ...row })
      .onConflict(conflict => conflict.column('key').doUpdateSet(row))
      .execute()
  },
})
