import type { EditablePart } from '../../../src-main/contract/campaign-edit.ts'
import type { CampaignDetail } from '../../../src-main/contract/campaigns.ts'
import type { LaunchPreview } from '../../../src-main/contract/launch.ts'
import { changedParts, type Group, groupOf } from '../campaign/form/change.ts'
import { storedOf, type Values, valuesOf } from '../campaign/form/values.ts'

/** Settings with which a campaign comes back, not stored before it does. */
export interface RunChange {
  readonly values: Values
  /** The newest version of its agent, also where that stays the same. */
  readonly newestVersion: boolean
}

export const unchanged = (detail: CampaignDetail): RunChange => ({
  values: valuesOf(storedOf(detail)),
  newestVersion: false,
})

/** What differs from what is stored now. */
export function partsOf(
  detail: CampaignDetail,
  { values, newestVersion }: RunChange,
): readonly EditablePart[] {
  const parts = changedParts(valuesOf(storedOf(detail)), values)
  return newestVersion && !parts.includes('agent') ? ['agent', ...parts] : parts
}

export const groupsOf = (parts: readonly EditablePart[]): ReadonlySet<Group> => new Set(parts.map(groupOf))

/** Where a missing point is mended among the settings; contacts are not. */
export const mendedBy: Readonly<
  Record<NonNullable<LaunchPreview['needs'][number]['mendIn']>, Group | undefined>
> = { contacts: undefined, agent: 'basics', trunk: 'basics', numbers: 'numbers', schedule: 'schedule' }

/** Whether what is changed may mend a missing point; a new name mends no trunk. */
export const mends = (parts: readonly EditablePart[], mendIn: keyof typeof mendedBy): boolean =>
  parts.some(part => {
    if (mendIn === 'schedule') return groupOf(part) === 'schedule'
    return part === (mendIn === 'trunk' ? 'trunks' : mendIn)
  })
