import { definitionsFor } from '../../../src-main/api/definitions.ts'
import type { Definitions } from '../../../src-main/contract/settings.ts'
import { type Stored, type Values, valuesOf } from '../../../src-renderer/ui/campaign/form/values.ts'

export const definitions: Definitions = definitionsFor('Europe/Berlin')

export const stored = (change: Partial<Stored> = {}): Stored => ({
  name: 'Reactivation Q4',
  notes: '',
  agent: null,
  trunks: [],
  settings: definitions.defaults.settings,
  schedule: definitions.defaults.schedule,
  businessHours: null,
  numbers: [],
  ...change,
})

/** The form of a new campaign with the defaults. */
export const aForm = (change: Partial<Stored> = {}): Values => valuesOf(stored(change))

export const withSettings = (change: Partial<Values['settings']>): Values => {
  const form = aForm()
  return { ...form, settings: { ...form.settings, ...change } }
}

export const withSchedule = (change: Partial<Values['schedule']>): Values => {
  const form = aForm()
  return { ...form, schedule: { ...form.schedule, ...change } }
}
