import type { Definitions } from '../contract/settings.ts'
import { callResults } from '../domain/call-result.ts'
import {
  campaignDefaults,
  campaignRanges,
  intervalChoices,
  localMatches,
  machineDetections,
  type NumberRange,
  onMachineChoices,
  type RangedSetting,
  ringChoices,
  rotationStrategies,
} from '../domain/campaign.ts'
import { pauseReasons } from '../domain/campaign-state.ts'
import { consentNeeds, purposes } from '../domain/compliance/law.ts'
import { officeHours, type Schedule } from '../domain/schedule.ts'

/** A campaign's schedule before anybody touched it. */
export const defaultSchedule = (zone: string): Schedule => ({
  zone,
  windows: officeHours,
  startsAt: null,
  endsAt: null,
  respectContactZone: true,
  anyTime: false,
})

/** The other modes come with the voice part that hears machines. */
export const existingDetections: readonly (typeof machineDetections)[number][] = ['off']

/** These end the retries whatever the settings are; see `domain/retry.ts`. */
const neverRetried: readonly string[] = ['answered', 'invalid', 'fax']

/** A pause that somebody or the schedule wanted does not end by itself. */
const wanted: readonly string[] = ['manual', 'end_reached', 'test_finished']
export const resumable = pauseReasons.filter(reason => !wanted.includes(reason))

/** One definition of every setting, for the forms. */
export const definitionsFor = (zone: string): Definitions => ({
  defaults: {
    settings: structuredClone(campaignDefaults) as Definitions['defaults']['settings'],
    schedule: structuredClone(defaultSchedule(zone)) as Definitions['defaults']['schedule'],
  },
  ranges: Object.fromEntries(
    Object.entries<NumberRange>(campaignRanges).map(([field, { min, max, fraction, optional }]) => [
      field,
      { min, max, fraction: fraction ?? false, optional: optional ?? false },
    ]),
  ) as Record<RangedSetting, Definitions['ranges'][RangedSetting]>,
  ringSeconds: [...ringChoices],
  intervalMs: [...intervalChoices],
  machineDetections: machineDetections.map(is => ({ is, exists: existingDetections.includes(is) })),
  onMachine: [...onMachineChoices],
  purposes: [...purposes],
  consents: ['law', ...consentNeeds],
  strategies: [...rotationStrategies],
  localMatches: [...localMatches],
  retriedResults: callResults.filter(result => !neverRetried.includes(result)),
  resumable,
  nameLength: 120,
  notesLength: 10_000,
})
