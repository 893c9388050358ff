import type { CallResult } from '../../domain/call-result.ts'
import type { CampaignStateName } from '../../domain/campaign-state.ts'
import type { Purpose } from '../../domain/compliance/law.ts'
import type { ConsentKind } from '../../domain/consent-record.ts'
import type { CampaignId, ContactId, E164, Instant, LeadId, ListId } from '../../domain/ids.ts'
import type { LeadStatus, SkipReason } from '../../domain/lead.ts'
import type { PhoneType } from '../../domain/phone-type.ts'
import { countryOf } from '../../numbering/phone.ts'
import { phoneTypeOf } from '../../numbering/phone-type.ts'
import { fromJson, type Json } from '../../store/json.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import { contactRows, type ListedContact } from './contact-rows.ts'
import { isSuppressed } from './is-suppressed.ts'

/** Everything that a contact's page shows. */
export interface ContactInFull extends Omit<ListedContact, 'lead'> {
  readonly phoneAsImported: string
  readonly furtherPhones: readonly {
    readonly phone: E164
    readonly country: string | null
    readonly phoneType: PhoneType | null
    readonly doNotCall: boolean
  }[]
  readonly zone: string | null
  /** ISO 3166-2 without its country. */
  readonly region: string | null
  readonly lists: readonly { readonly id: ListId; readonly name: string }[]
  readonly consents: readonly ShownConsent[]
  readonly suppressions: readonly ShownSuppression[]
  readonly campaigns: readonly CampaignOfContact[]
  readonly importedBy: { readonly title: string; readonly at: Instant } | null
  readonly longestBeforeTransferMs: number | null
  readonly revision: number
}

interface ShownConsent {
  readonly id: number
  readonly kind: ConsentKind
  readonly purpose: Purpose | null
  readonly channel: string
  readonly source: string
  readonly evidence: string
  readonly givenAt: Instant
  readonly expiresAt: Instant | null
  readonly withdrawnAt: Instant | null
}

interface ShownSuppression {
  readonly number: E164
  readonly scope: 'all' | 'campaign'
  readonly campaign: string | null
  readonly reason: string
  readonly source: string
  readonly at: Instant
  readonly expiresAt: Instant | null
}

interface CampaignOfContact {
  readonly lead: LeadId
  readonly campaign: CampaignId
  readonly name: string
  readonly state: CampaignStateName
  readonly status: LeadStatus
  readonly skipReason: SkipReason | null
  readonly attempts: number
  readonly lastResult: CallResult | null
  readonly nextAttemptAt: Instant | null
}

/** `null`: there is no such contact. */
export function contactDetail(
  file: ReadOnlyFile,
  { id, now }: { readonly id: ContactId; readonly now: Instant },
): ContactInFull | null {
  const own = file.statements.first<OwnRow>(ownSql, id)
  const [row] = contactRows(file, { ids: [id], campaign: null, fields: [], now })
  if (own === undefined || row === undefined) return null
  const { lead: _, ...listed } = row
  const { fields, importTitle, importAt, ...rest } = own
  return {
    ...listed,
    ...rest,
    fields: fromJson(fields),
    furtherPhones: furtherPhones(file, id, now),
    lists: file.statements.rows(listsSql, id),
    consents: file.statements.rows(consentsSql, id),
    suppressions: file.statements.rows(suppressionsSql, id, id),
    campaigns: file.statements.rows(campaignsSql, id),
    importedBy: importTitle === null || importAt === null ? null : { title: importTitle, at: importAt },
  }
}

interface OwnRow
  extends Pick<
    ContactInFull,
    'phoneAsImported' | 'zone' | 'region' | 'longestBeforeTransferMs' | 'revision'
  > {
  readonly fields: Json<Readonly<Record<string, string>>>
  readonly importTitle: string | null
  readonly importAt: Instant | null
}

const ownSql = `SELECT phone_as_imported AS phoneAsImported, zone, places.region, fields, revision,
    transferred_ms AS longestBeforeTransferMs, jobs.title AS importTitle, jobs.created_at AS importAt
  FROM contacts JOIN places ON places.id = place_id LEFT JOIN jobs ON jobs.id = import_id WHERE contacts.id = ?`

const furtherPhones = (file: ReadOnlyFile, id: ContactId, now: Instant): ContactInFull['furtherPhones'] =>
  file.statements
    .rows<{ phone: E164 }>('SELECT phone FROM further_phones WHERE contact_id = ? ORDER BY position', id)
    .map(({ phone }) => ({
      phone,
      country: countryOf(phone),
      phoneType: phoneTypeOf(phone),
      doNotCall: isSuppressed(file, phone, now),
    }))

const listsSql = `SELECT id, name FROM list_contacts JOIN lists ON lists.id = list_id WHERE contact_id = ?
  ORDER BY name COLLATE NOCASE`

const consentsSql = `SELECT id, kind, purpose, channel, source, evidence, given_at AS givenAt, expires_at AS expiresAt,
  withdrawn_at AS withdrawnAt FROM consents WHERE contact_id = ? ORDER BY given_at DESC, id DESC`

const suppressionsSql = `SELECT number, scope, campaigns.name AS campaign, reason, source, at, expires_at AS expiresAt
  FROM suppressions LEFT JOIN campaigns ON campaigns.id = campaign_id
  WHERE number IN (SELECT phone FROM contacts WHERE id = ? AND phone IS NOT NULL
    UNION ALL SELECT phone FROM further_phones WHERE contact_id = ?)
  ORDER BY at DESC`

const campaignsSql = `SELECT leads.id AS lead, campaign_id AS campaign, name, state, status, skip_reason AS skipReason,
    attempts, last_result AS lastResult, CASE status WHEN 'retry' THEN ready_at END AS nextAttemptAt
  FROM leads JOIN campaigns ON campaigns.id = campaign_id
  WHERE contact_id = ? AND deleted_at IS NULL ORDER BY leads.id DESC`
