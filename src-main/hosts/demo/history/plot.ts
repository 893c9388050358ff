import { DateTime } from 'luxon'
import { type CampaignSettings, campaignDefaults } from '../../../domain/campaign.ts'
import type { CampaignMove } from '../../../domain/campaign-state.ts'
import type { Instant } from '../../../domain/ids.ts'
import type { RateTable } from '../../../domain/rates.ts'
import type { Schedule, Weekday } from '../../../domain/schedule.ts'
import { patientRotation } from '../ready-campaign.ts'
import type { SampleAgent } from '../sample-agents.ts'

/** What happened before the demo begins: who called whom, and what the supervisor did when. */
export interface Plot {
  /** Days before now. */
  readonly days: number
  readonly campaigns: readonly PastCampaign[]
  readonly scenes: readonly Scene[]
}

export interface PastCampaign {
  readonly name: string
  readonly notes: string
  readonly agent: SampleAgent
  /** Of all invented people, [from, to). */
  readonly people: readonly [from: number, to: number]
  readonly settings: Partial<CampaignSettings>
  readonly windows: Schedule['windows']
}

/** Something that the supervisor does with the campaign of this place in the list. */
export interface Scene {
  readonly campaign: number
  readonly daysAgo: number
  /** Minutes of the day on the wall of the workspace. */
  readonly at: number
  readonly does: PlayedMove | { readonly edit: Partial<CampaignSettings> }
}

export type PlayedMove = Extract<CampaignMove['do'], 'launch' | 'pause' | 'resume' | 'cancel'>

/** The last moment before now at which a campaign may still start calls: they have to end in time. */
export const LAST_MINUTES = 10

/** When a scene plays; one that would come too late for its calls to end plays in time. */
export const momentOf = ({ daysAgo, at }: Scene, now: Instant, zone: string): Instant => {
  const day = DateTime.fromMillis(now, { zone }).startOf('day').minus({ days: daysAgo })
  return Math.min(day.plus({ minutes: at }).toMillis(), now - LAST_MINUTES * 60_000)
}

const hours = (from: number, to: number) => [{ from: from * 60, to: to * 60 }]
const week = (from: number, to: number, saturday?: readonly [number, number]): Schedule['windows'] => ({
  ...Object.fromEntries(
    (['mon', 'tue', 'wed', 'thu', 'fri'] satisfies Weekday[]).map(day => [day, hours(from, to)]),
  ),
  ...(saturday ? { sat: hours(...saturday) } : {}),
})

const settings = (change: Partial<CampaignSettings>): Partial<CampaignSettings> => ({
  maxConcurrentCalls: 8,
  rotation: { ...patientRotation, strategy: 'least_used_today' },
  ...change,
})

/** One that came to its end, one that was ended early, one that rests halfway. */
export const demoPlot: Plot = {
  days: 40,
  campaigns: [
    {
      name: 'Check-up reminders',
      notes: 'Everybody whose yearly check-up is due. Came to its end by itself.',
      agent: 'reminder',
      people: [0, 400],
      settings: settings({ callsPerHour: 12, maxRetries: 2 }),
      windows: week(9, 19, [10, 14]),
    },
    {
      name: 'Closed on Friday',
      notes: 'Ended early: the office stayed open after all.',
      agent: 'notification',
      people: [300, 640],
      settings: settings({ callsPerHour: 12, maxRetries: 1, retryMinutes: 120 }),
      windows: week(10, 18),
    },
    {
      name: 'Patient survey',
      notes: 'Three questions after the last visit.',
      agent: 'survey',
      people: [560, 1_560],
      settings: settings({ callsPerHour: 6, maxRetries: 2, retryMinutes: 180 }),
      windows: week(10, 20, [10, 15]),
    },
  ],
  scenes: [
    { campaign: 0, daysAgo: 39, at: 8 * 60 + 40, does: 'launch' },
    { campaign: 1, daysAgo: 25, at: 9 * 60 + 15, does: 'launch' },
    { campaign: 1, daysAgo: 22, at: 11 * 60 + 5, does: 'cancel' },
    { campaign: 2, daysAgo: 20, at: 9 * 60 + 30, does: 'launch' },
    { campaign: 2, daysAgo: 13, at: 12 * 60 + 10, does: 'pause' },
    { campaign: 2, daysAgo: 13, at: 14 * 60 + 20, does: { edit: { callsPerHour: 7 } } },
    { campaign: 2, daysAgo: 13, at: 14 * 60 + 25, does: 'resume' },
    { campaign: 2, daysAgo: 0, at: 24 * 60, does: 'pause' },
  ],
}

export const settingsOf = (past: PastCampaign): CampaignSettings => ({
  ...campaignDefaults,
  ...past.settings,
})

/** What calls cost in the demo: invented round prices per minute, charged by the second after the first. */
export const demoRates: RateTable = {
  currency: 'EUR',
  rates: [
    { prefix: '', connectMicros: 0, microsPerMinute: 30_000, firstSeconds: 60, stepSeconds: 1 },
    { prefix: '49', connectMicros: 0, microsPerMinute: 19_000, firstSeconds: 60, stepSeconds: 1 },
    { prefix: '4915', connectMicros: 0, microsPerMinute: 79_000, firstSeconds: 60, stepSeconds: 1 },
    { prefix: '44', connectMicros: 0, microsPerMinute: 22_000, firstSeconds: 60, stepSeconds: 1 },
    { prefix: '1', connectMicros: 0, microsPerMinute: 14_000, firstSeconds: 6, stepSeconds: 6 },
  ],
}
