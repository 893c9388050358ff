import type { Transaction } from 'kysely'
import type { EngineTransaction } from '../../engine/ports/transaction.ts'
import { addAudit } from '../audit.ts'
import { toJson } from '../json.ts'
import { definitionsOf } from '../results/definitions.ts'
import type { Statements } from '../sqlite-file.ts'
import type { AgentVersionsTable } from '../tables/agents.ts'
import type { Tables } from '../tables.ts'
import * as calls from './call-records.ts'
import * as campaigns from './campaign-records.ts'
import { launchRecords } from './launch-records.ts'
import { pool } from './number-records.ts'
import { parseOnce } from './parse-once.ts'
import { pauseRecords } from './pause-records.ts'
import * as queue from './queue-records.ts'
import * as rules from './rule-records.ts'
import { numberBook } from './score-inputs.ts'
import { settleCall } from './settle-call.ts'

// As much as the next few hundred steps of calls take.
const ROOM_BYTES = 256 * 1024

/**
 * The engine's reads and writes over one transaction. What each call needs goes through prepared statements, which
 * are part of the same transaction; the rest is built by kysely.
 */
export const engineTransaction = (tx: Transaction<Tables>, sql: Statements): EngineTransaction => ({
  campaign: async id => campaigns.campaignRecord(sql, id),
  workingCampaigns: async () => campaigns.workingCampaigns(sql),
  caps: async () => campaigns.capsOf(sql),
  list: async campaign => queue.listFacts(sql, campaign),
  place: async id => queue.placeOf(sql, id),
  queue: async campaign => queue.queue(sql, campaign),
  firstTurn: async (campaign, cell) => queue.firstTurn(sql, campaign, cell),
  turnAfter: async (campaign, cell, after) => queue.turnAfter(sql, campaign, cell, after),
  sampled: async campaign => queue.sampled(sql, campaign),
  candidate: async lead => queue.candidate(sql, lead),
  usableNumbers: async id => campaigns.usableNumbers(sql, id),
  pool: async (campaign, now) => pool(sql, campaign, now),
  flow: async version => {
    const row = sql.first<Pick<AgentVersionsTable, 'flow'>>(
      'SELECT flow FROM agent_versions WHERE id = ?',
      version,
    )
    if (row === undefined) throw new Error(`there is no agent version ${version}`)
    return parseOnce(row.flow)
  },
  suppression: async (number, campaign, now) => rules.suppression(sql, number, campaign, now),
  blocked: async (number, country) => rules.blocked(sql, number, country),
  consents: async contact => rules.consents(sql, contact),
  pastAttempts: async (number, contact, since) => rules.pastAttempts(sql, number, contact, since),
  startsSince: async (campaign, since) => rules.startsSince(sql, campaign, since),
  resultsSince: async (campaign, since) => rules.resultsSince(sql, campaign, since),
  liveCalls: async () => calls.liveCalls(sql),
  orphans: async () => calls.orphans(sql),
  call: async id => calls.callRecord(sql, id),
  lead: async id => calls.leadRecord(sql, id),
  phones: async contact => calls.phones(sql, contact),
  triesOf: async lead => calls.triesOf(sql, lead),
  invalidNumbers: async lead => calls.invalidNumbers(sql, lead),
  failedTries: async (lead, latest) => calls.failedTries(sql, lead, latest),
  definitions: async campaign => definitionsOf(sql, campaign),
  rates: async trunk => calls.ratesOf(sql, trunk),
  nextCalledEnd: async () => queue.nextCalledEnd(sql),

  reserve: async reservation => calls.reserve(sql, reservation),
  takeBack: async call => calls.takeBack(sql, call),
  skip: async (lead, reason) => queue.skip(sql, lead, reason),
  park: async (lead, readyAt, hold) => queue.park(sql, lead, readyAt, hold),
  decide: async decision => rules.addDecision(sql, decision),
  markSending: async (call, facts, at) => calls.markSending(sql, call, facts, at),
  markRinging: async (call, at) => calls.markRinging(sql, call, at),
  markAnswered: async (call, dialog, at) => calls.markAnswered(sql, call, dialog, at),
  settle: async (call, settled, lead) => settleCall(sql, call, settled, lead),
  finishCalled: async now => queue.finishCalled(sql, now),
  setOrphan: async (call, orphan) => calls.setOrphan(sql, call, orphan),
  suppress: async (entry, at) => rules.suppress(sql, entry, at),
  setState: (campaign, state, at) => campaigns.setState(tx, campaign, state, at),
  launching: launchRecords(tx),
  pausing: pauseRecords(sql),
  addNotice: async (notice, at) => {
    const { campaign, ...rest } = notice
    await tx
      .insertInto('notices')
      .values({ ...rest, campaign_id: campaign, at })
      .execute()
  },
  addAudit: (entry, at) => addAudit(tx, entry, at),
  numberBook: numberBook(sql),
  proveRoom: async at => {
    const row = { value: toJson<unknown>(' '.repeat(ROOM_BYTES)), changed_at: at }
    await tx
      .insertInto('settings')
      .values({ key: 'room', ...row })
      .onConflict(conflict => conflict.column('key').doUpdateSet(row))
      .execute()
  },
})
