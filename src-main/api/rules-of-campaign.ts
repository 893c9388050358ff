import type { RulesReport } from '../contract/compliance.ts'
import type { BusinessHours } from '../domain/business-hours.ts'
import type { CampaignSettings } from '../domain/campaign.ts'
import type { BusinessHoursId, CampaignId } from '../domain/ids.ts'
import type { Schedule } from '../domain/schedule.ts'
import { areHoursLifted } from '../engine/hours-lifted.ts'
import { readBusinessHours } from '../store/read-business-hours.ts'
import { readWaitingPlaces } from '../store/read-campaign-places.ts'
import { readCampaigns } from '../store/read-campaigns.ts'
import { readUsedTrunks } from '../store/read-used-trunks.ts'
import { notFound } from './refuse.ts'
import { rulesReport } from './rules-report/rules-report.ts'
import type { Services } from './services.ts'

/** Settings that are not saved yet. */
export interface RulesChange {
  readonly schedule?: { readonly [K in keyof Schedule]?: Schedule[K] | undefined } | undefined
  readonly businessHours?: BusinessHoursId | null | undefined
  readonly settings?: { readonly [K in keyof CampaignSettings]?: CampaignSettings[K] | undefined } | undefined
}

/** What law and schedule make of a campaign's contacts now. */
export async function rulesOfCampaign(
  { db, reads, now, rules, practiceTrunk }: Services,
  id: CampaignId,
  change: RulesChange = {},
): Promise<RulesReport> {
  const at = now()
  const [campaign] = await readCampaigns(db, id)
  if (campaign === undefined) throw notFound('campaign', id)
  const settings = withChange(campaign.settings, change.settings)
  const schedule = withChange(campaign.schedule, change.schedule)
  const hours = change.businessHours === undefined ? campaign.businessHours : change.businessHours
  const [waiting, skipped, businessHours, trunks] = await Promise.all([
    readWaitingPlaces(db, id),
    reads.ask('skipped', id),
    hours === null ? null : businessHoursOf(db, hours),
    readUsedTrunks(db, id),
  ])
  const hoursLifted = areHoursLifted({ schedule, trunks })
  const isPractice = trunks.length > 0 && trunks.every(trunk => trunk.id === practiceTrunk())
  return rulesReport(
    {
      at,
      settings,
      schedule,
      businessHours,
      hoursLifted,
      waiting,
      skipped,
      consented: () => reads.ask('consented', { campaign: id, purpose: settings.purpose, at }),
      asksConsent: !hoursLifted && !isPractice,
      contacts: campaign.contacts,
    },
    rules,
  )
}

async function businessHoursOf(db: Services['db'], id: BusinessHoursId): Promise<BusinessHours> {
  const [hours] = await readBusinessHours(db, id)
  if (hours === undefined) throw notFound('set of business hours', id)
  return hours
}

const withChange = <T extends object>(
  saved: T,
  change: { readonly [K in keyof T]?: T[K] | undefined } = {},
): T => ({
  ...saved,
  ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
})
