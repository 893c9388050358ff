import type { Kysely } from 'kysely'
import type { CampaignSettings } from '../domain/campaign.ts'
import type { EditablePart } from '../domain/editable.ts'
import type { AgentVersionId, BusinessHoursId, CampaignId, NumberId, TrunkId } from '../domain/ids.ts'
import type { Schedule } from '../domain/schedule.ts'
import { fromJson } from './json.ts'
import type { CampaignRow } from './tables/campaigns.ts'
import type { Tables } from './tables.ts'

/** What is to be different about a campaign; a part that is left out stays. */
export interface CampaignChange {
  readonly name?: string
  readonly notes?: string
  readonly agentVersion?: AgentVersionId | null
  /** The whole failover group, preferred first; empty: the workspace's default trunk. */
  readonly trunks?: readonly TrunkId[]
  readonly businessHours?: BusinessHoursId | null
  readonly settings?: Partial<CampaignSettings>
  readonly schedule?: Partial<Schedule>
  /** The whole list, in the order of rotation. */
  readonly numbers?: readonly CampaignNumber[]
}

export interface CampaignNumber {
  readonly id: NumberId
  readonly enabled: boolean
  readonly weight: number
}

/** Everything about a campaign that is set. */
export type CampaignForm = Required<Omit<CampaignChange, 'settings' | 'schedule'>> & {
  readonly settings: CampaignSettings
  readonly schedule: Schedule
}

export async function readForm(db: Kysely<Tables>, row: CampaignRow): Promise<CampaignForm> {
  return {
    name: row.name,
    notes: row.notes,
    agentVersion: row.agent_version_id,
    trunks: await readGroup(db, row.id),
    businessHours: row.business_hours_id,
    settings: fromJson(row.settings),
    schedule: fromJson(row.schedule),
    numbers: await readNumbers(db, row.id),
  }
}

async function readGroup(db: Kysely<Tables>, campaign: CampaignId): Promise<readonly TrunkId[]> {
  const rows = await db
    .selectFrom('campaign_trunks')
    .select('trunk_id')
    .where('campaign_id', '=', campaign)
    .orderBy('position')
    .execute()
  return rows.map(({ trunk_id }) => trunk_id)
}

async function readNumbers(db: Kysely<Tables>, campaign: CampaignId): Promise<readonly CampaignNumber[]> {
  const rows = await db
    .selectFrom('campaign_numbers')
    .select(['number_id', 'enabled', 'weight'])
    .where('campaign_id', '=', campaign)
    .orderBy('position')
    .execute()
  return rows.map(({ number_id, enabled, weight }) => ({ id: number_id, enabled: enabled === 1, weight }))
}

export const withChange = (form: CampaignForm, change: CampaignChange): CampaignForm => ({
  ...form,
  ...change,
  settings: { ...form.settings, ...change.settings },
  schedule: { ...form.schedule, ...change.schedule },
})

export interface PartChange {
  readonly part: EditablePart
  readonly from: unknown
  readonly to: unknown
}

/** Parts in which two forms differ. */
export function partsChanged(from: CampaignForm, to: CampaignForm): readonly PartChange[] {
  const before = partsOf(from)
  return Object.entries(partsOf(to)).flatMap(([part, value]) => {
    if (isSame(before[part], value)) return []
    const isSwitch = part === 'numbers' && isSame(listOf(from), listOf(to))
    return [{ part: (isSwitch ? 'numbers.enabled' : part) as EditablePart, from: before[part], to: value }]
  })
}

const partsOf = ({ settings, schedule, agentVersion, ...form }: CampaignForm): Record<string, unknown> => ({
  ...form,
  agent: agentVersion,
  ...prefixed('settings', settings),
  ...prefixed('schedule', schedule),
})

const prefixed = (name: string, values: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([part, value]) => [`${name}.${part}`, value]))

/** The numbers without their switches. */
const listOf = ({ numbers }: CampaignForm) => numbers.map(({ id, weight }) => ({ id, weight }))

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

/** Keys in order, so that equal structures have equal texts. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]))
}
