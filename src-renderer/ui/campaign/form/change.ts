import type { CampaignChange, EditablePart } from '../../../../src-main/contract/campaign-edit.ts'
import { type Values, written } from './values.ts'

/** Parts of a form that are shown, checked and saved together. */
export const groups = ['basics', 'schedule', 'calling', 'numbers'] as const
export type Group = (typeof groups)[number]

const bySetting: Readonly<Record<string, Group>> = { keepLive: 'schedule', rotation: 'numbers' }
const byPart: Readonly<Record<string, Group>> = { businessHours: 'schedule', numbers: 'numbers' }

/** `settings.maxRetries` → calling; the fields of a form are sorted by their names alike. */
export function groupOf(part: string): Group {
  const [first = '', second = ''] = part.split('.')
  if (first === 'settings') return bySetting[second] ?? 'calling'
  if (first === 'schedule') return 'schedule'
  return byPart[first] ?? 'basics'
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The parts that differ, each by the name under which it is changed: `notes`, `settings.maxRetries` … */
export function changedParts(before: Values, after: Values): readonly EditablePart[] {
  const old = written(before)
  const next = written(after)
  return (Object.keys(next) as (keyof CampaignChange)[]).flatMap(key => {
    if (key !== 'settings' && key !== 'schedule')
      return same(old[key], next[key]) ? [] : [key as EditablePart]
    const [was, is] = [old[key] as Record<string, unknown>, next[key] as Record<string, unknown>]
    return Object.keys(is)
      .filter(name => !same(was[name], is[name]))
      .map(name => `${key}.${name}` as EditablePart)
  })
}

/** Only these parts of the form, as the engine takes them. */
export function changeOf(values: Values, parts: readonly string[]): CampaignChange {
  const all = written(values)
  const change: Record<string, unknown> = {}
  for (const part of parts) {
    const [first = '', second] = part.split('.')
    const value = all[first as keyof CampaignChange]
    if (second === undefined || first === 'numbers') change[first] = value
    else
      change[first] = {
        ...(change[first] as object | undefined),
        [second]: (value as Record<string, unknown>)[second],
      }
  }
  return change
}

/** The fields that stand for a part of the schedule, where they have other names. */
const scheduleFields: Readonly<Record<string, readonly (keyof Values['schedule'])[]>> = {
  'settings.keepLive': ['end', 'endAt'],
  'schedule.endsAt': ['end', 'endAt'],
  'schedule.startsAt': ['start', 'startAt'],
  businessHours: ['hours', 'businessHours'],
}

/** `values` with these parts as they are in `others`. */
export function withParts(values: Values, others: Values, parts: readonly string[]): Values {
  let next = values
  for (const part of parts) {
    const [first = '', second = ''] = part.split('.')
    const fields = scheduleFields[part] ?? (first === 'schedule' ? [second as keyof Values['schedule']] : [])
    if (fields.length > 0) {
      const taken = Object.fromEntries(fields.map(field => [field, others.schedule[field]]))
      next = { ...next, schedule: { ...next.schedule, ...taken } }
    } else if (first === 'settings') {
      const key = second as keyof Values['settings']
      next = { ...next, settings: { ...next.settings, [key]: others.settings[key] } }
    } else next = { ...next, [first]: others[first as keyof Values] }
  }
  return next
}
