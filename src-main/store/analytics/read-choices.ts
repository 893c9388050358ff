import type { AgentVersionId, CampaignId, Instant, ListId, NumberId } from '../../domain/ids.ts'
import type { ReadOnlyFile } from '../read-only-file.ts'

/** By what the calls of a campaign can be narrowed. */
export interface Choices {
  /** Numbers and agent versions with which it has called, and lists in which somebody of it is. */
  readonly numbers: readonly { readonly id: NumberId; readonly e164: string }[]
  readonly versions: readonly {
    readonly id: AgentVersionId
    readonly name: string
    readonly version: number
  }[]
  readonly lists: readonly { readonly id: ListId; readonly name: string }[]
  /** Hours in which its first and its latest ended call left; `null`: none has ended. */
  readonly first: Instant | null
  readonly last: Instant | null
}

export function readChoices({ statements }: ReadOnlyFile, campaign: CampaignId): Choices {
  const bounds = statements.first<{ first: Instant | null; last: Instant | null }>(
    `SELECT min(hour) AS first, max(hour) AS last FROM call_sums WHERE campaign_id = ? AND kind = 'trunk'`,
    campaign,
  )
  return {
    numbers: statements.rows(
      `SELECT id, e164 FROM numbers WHERE EXISTS (SELECT 1 FROM call_sums WHERE campaign_id = ? AND kind = 'number'
         AND key = numbers.id) ORDER BY e164`,
      campaign,
    ),
    versions: statements.rows(
      `SELECT agent_versions.id, agents.name, version FROM agent_versions JOIN agents ON agents.id = agent_id
       WHERE agent_versions.id IN (SELECT agent_version_id FROM call_sums WHERE campaign_id = ? AND kind = 'trunk')
       ORDER BY agents.name, version DESC`,
      campaign,
    ),
    lists: statements.rows(
      `SELECT id, name FROM lists WHERE EXISTS (SELECT 1 FROM list_contacts JOIN leads ON leads.campaign_id = ?
         AND leads.contact_id = list_contacts.contact_id WHERE list_id = lists.id) ORDER BY name`,
      campaign,
    ),
    first: bounds?.first ?? null,
    last: bounds?.last ?? null,
  }
}
