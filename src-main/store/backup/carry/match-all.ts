import type { Instant } from '../../../domain/ids.ts'
import type { Row, RowsOfBoth } from '../rows-of-both.ts'
import { usedBy } from './used-by.ts'

/** Finds what calls need in both workspaces, and adds what the restored one lacks. */
export function matchAll(both: RowsOfBoth, now: Instant): void {
  const named = (row: Row): Row => ({ ...row, name: `${row.name} (before the restore, ${now})` })
  both.match('places', 'm.key = p.key', 'SELECT id FROM present.places')
  both.match('trunks', 'm.id = p.id AND m.created_at = p.created_at', usedBy('trunk_id'), row => ({
    ...named(row),
    is_default: 0,
  }))
  both.match('numbers', 'm.e164 = p.e164', usedBy('number_id'), row => ({ ...row, trunk_id: null }))
  const versions = usedBy('agent_version_id')
  both.match(
    'agents',
    'm.id = p.id AND m.created_at = p.created_at',
    `SELECT agent_id FROM present.agent_versions WHERE id IN (${versions})`,
    row => ({ ...named(row), published_version_id: null, active: 0 }),
  )
  both.match('agent_versions', 'm.id = p.id AND m.published_at = p.published_at', versions)
  both.match('campaigns', 'm.id = p.id AND m.created_at = p.created_at', usedBy('campaign_id'), row => ({
    ...row,
    business_hours_id: null,
    agent_version_id: null,
    deleted_at: now,
    erasing: 0,
  }))
}
