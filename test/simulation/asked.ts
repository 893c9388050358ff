import type { BusinessHours } from '../../src-main/domain/business-hours.ts'
import type { CampaignSettings } from '../../src-main/domain/campaign.ts'
import type { Schedule } from '../../src-main/domain/schedule.ts'
import type { CommittedRows } from './open-file.ts'

/** The record of a call that is being made, with what its campaign asks for at this moment. */
export interface Asked extends Facts {
  readonly settings: CampaignSettings
  readonly schedule: Schedule
  readonly businessHours: Pick<BusinessHours, 'zone' | 'windows' | 'holidays' | 'closedDays'> | null
}

interface Facts {
  readonly campaign: number
  readonly lead: number
  readonly contact: number
  readonly run: number
  readonly state: string
  readonly spentMicros: number
  readonly callState: string
  readonly leadStatus: string
  readonly attempts: number
  /** Whether the caller ID may be shown, in the workspace and in the campaign. */
  readonly numberOn: number
  readonly restsUntil: number | null
}

interface Row extends Facts {
  readonly settings: string
  readonly schedule: string
  readonly hours: string | null
}

export function readAsked(file: CommittedRows, sipCallId: string): Asked | null {
  const row = file.first<Row>(
    `SELECT c.campaign_id AS campaign, c.lead_id AS lead, c.contact_id AS contact, c.run AS run, c.state AS callState,
      p.state AS state, p.cost_micros AS spentMicros, l.status AS leadStatus, l.attempts AS attempts,
      n.enabled AND cn.enabled AS numberOn, n.excluded_until AS restsUntil, p.settings AS settings,
      p.schedule AS schedule,
      CASE WHEN h.id IS NOT NULL THEN json_object('zone', h.zone, 'windows', json(h.windows),
        'holidays', json(h.holidays), 'closedDays', json(h.closed_days)) END AS hours
    FROM calls c JOIN campaigns p ON p.id = c.campaign_id JOIN leads l ON l.id = c.lead_id
    JOIN numbers n ON n.id = c.number_id
    LEFT JOIN campaign_numbers cn ON cn.campaign_id = c.campaign_id AND cn.number_id = c.number_id
    LEFT JOIN business_hours h ON h.id = p.business_hours_id WHERE c.sip_call_id = ?`,
    sipCallId,
  )
  if (row === undefined) return null
  const { settings, schedule, hours, ...facts } = row
  return {
    ...facts,
    settings: JSON.parse(settings) as CampaignSettings,
    schedule: JSON.parse(schedule) as Schedule,
    businessHours: hours === null ? null : (JSON.parse(hours) as Asked['businessHours']),
  }
}
