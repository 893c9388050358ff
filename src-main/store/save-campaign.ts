import type { Kysely, Transaction } from 'kysely'
import type { CampaignStateName } from '../domain/campaign-state.ts'
import { type EditablePart, editableIn } from '../domain/editable.ts'
import type { CampaignId, Instant } from '../domain/ids.ts'
import { addAudit } from './audit.ts'
import { campaignNamed } from './campaign-name.ts'
import {
  type CampaignChange,
  type CampaignNumber,
  type PartChange,
  partsChanged,
  readForm,
  withChange,
} from './campaign-parts.ts'
import { fromStateColumns } from './campaign-state-columns.ts'
import { fromJson, toJson } from './json.ts'
import { takeFromFlow } from './results/take-from-flow.ts'
import { setTrunks } from './set-trunks.ts'
import type { CampaignRow } from './tables/campaigns.ts'
import type { Tables } from './tables.ts'
import { changesCaps, wakeCappedLeads } from './wake-capped-leads.ts'

export interface SaveOptions {
  /** The revision that the change was made from. */
  readonly revision: number
  readonly actor: string
  /** From the launch dialog, where a completed or cancelled campaign may be given other settings. */
  readonly atLaunch?: boolean
  /** Its own agent's newest version, which the next call of a running campaign may speak. */
  readonly movesAgentOn?: boolean
}

export type Saved = { readonly revision: number } | SaveRefusal

export type SaveRefusal =
  | { readonly refused: 'not_found' | 'name_taken' }
  /** Not in this state. */
  | { readonly refused: 'locked'; readonly state: CampaignStateName; readonly parts: readonly EditablePart[] }
  | {
      readonly refused: 'changed_meanwhile'
      readonly revision: number
      readonly changed: readonly Meanwhile[]
    }

/** What somebody else saved after the revision that this change was made from. */
export interface Meanwhile {
  readonly part: EditablePart
  readonly theirs: unknown
  /** Present where this change is about the same part. */
  readonly yours?: unknown
}

/** Changes what may be changed in its state, with its place in the audit log. To be called within a transaction. */
export async function saveCampaign(
  tx: Transaction<Tables>,
  id: CampaignId,
  change: CampaignChange,
  { revision, actor, atLaunch = false, movesAgentOn = false }: SaveOptions,
  now: Instant,
): Promise<Saved> {
  const row = await tx
    .selectFrom('campaigns')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return { refused: 'not_found' }
  const form = await readForm(tx, row)
  const wanted = withChange(form, change)
  const changes = partsChanged(form, wanted)
  if (row.revision !== revision)
    return {
      refused: 'changed_meanwhile',
      revision: row.revision,
      changed: await meanwhile(tx, row, revision, changes),
    }
  if (changes.length === 0) return { revision }
  const state = fromStateColumns(row)
  const editable = new Set(editableIn(atLaunch ? { is: 'draft' } : state))
  if (movesAgentOn) editable.add('agent')
  const locked = changes.filter(({ part }) => !editable.has(part)).map(({ part }) => part)
  if (locked.length > 0) return { refused: 'locked', state: state.is, parts: locked }
  const namesake = await campaignNamed(tx, wanted.name)
  if (namesake !== undefined && namesake.id !== id) return { refused: 'name_taken' }
  await tx
    .updateTable('campaigns')
    .set({
      name: wanted.name,
      notes: wanted.notes,
      agent_version_id: wanted.agentVersion,
      business_hours_id: wanted.businessHours,
      settings: toJson(wanted.settings),
      schedule: toJson(wanted.schedule),
      revision: revision + 1,
      changed_at: now,
    })
    .where('id', '=', id)
    .execute()
  if (state.is === 'draft' && form.agentVersion !== wanted.agentVersion)
    await takeFromFlow(tx, id, { before: form.agentVersion, now: wanted.agentVersion })
  if (change.trunks !== undefined) await setTrunks(tx, id, change.trunks)
  if (change.numbers !== undefined) await setNumbers(tx, id, change.numbers)
  if (changesCaps(form.settings, wanted.settings)) await wakeCappedLeads(tx, id)
  const detail = Object.fromEntries(changes.map(({ part, from, to }) => [part, JSON.stringify([from, to])]))
  await addAudit(
    tx,
    { actor, action: EDIT, subject: `campaign ${id}`, detail: { revision: revision + 1, ...detail } },
    now,
  )
  return { revision: revision + 1 }
}

const EDIT = 'campaign.edit'

/** The list as it is wanted; numbers that stay keep their turn. */
async function setNumbers(
  tx: Transaction<Tables>,
  campaign: CampaignId,
  numbers: readonly CampaignNumber[],
): Promise<void> {
  const gone = tx.deleteFrom('campaign_numbers').where('campaign_id', '=', campaign)
  const ids = numbers.map(({ id }) => id)
  await (ids.length === 0 ? gone : gone.where('number_id', 'not in', ids)).execute()
  if (ids.length === 0) return
  await tx
    .insertInto('campaign_numbers')
    .values(
      numbers.map(({ id, enabled, weight }, position) => ({
        campaign_id: campaign,
        number_id: id,
        position,
        enabled: enabled ? (1 as const) : (0 as const),
        weight,
      })),
    )
    .onConflict(conflict =>
      conflict.columns(['campaign_id', 'number_id']).doUpdateSet(({ ref }) => ({
        position: ref('excluded.position'),
        enabled: ref('excluded.enabled'),
        weight: ref('excluded.weight'),
      })),
    )
    .execute()
}

/** Parts that were saved since, as the audit log tells, each with its value now. */
async function meanwhile(
  db: Kysely<Tables>,
  { id }: CampaignRow,
  since: number,
  mine: readonly PartChange[],
): Promise<readonly Meanwhile[]> {
  const entries = await db
    .selectFrom('audit')
    .select('detail')
    .where('subject', '=', `campaign ${id}`)
    .where('action', '=', EDIT)
    .orderBy('id')
    .execute()
  const theirs = new Map<EditablePart, unknown>()
  for (const { detail } of entries) {
    const { revision, ...parts } = fromJson(detail) as Record<string, string> & { revision: number }
    if (revision <= since) continue
    for (const [part, values] of Object.entries(parts))
      theirs.set(part as EditablePart, (JSON.parse(values as string) as [unknown, unknown])[1])
  }
  return [...theirs].map(([part, value]) => {
    const yours = mine.find(change => change.part === part)
    return yours === undefined ? { part, theirs: value } : { part, theirs: value, yours: yours.to }
  })
}
