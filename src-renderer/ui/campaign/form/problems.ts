import type { Definitions } from '../../../../src-main/contract/settings.ts'
import { span } from '../../../format/duration.ts'
import { count, share } from '../../../format/number.ts'
import { moment } from '../../../format/time.ts'
import { instantOf } from '../../../format/wall-time.ts'
import { overlapOf, rangeText, weekdays } from '../../../format/week.ts'
import { text } from '../../../text/text.ts'
import type { Typed, Values } from './values.ts'

export type Ranged = keyof Definitions['ranges']
type Range = Definitions['ranges'][Ranged]

const words = text.settings.problems
const scheduleWords = text.schedule.problems

/** How a setting's bounds are read, where they are no plain counts. */
const readings: Partial<Record<Ranged, (value: number) => string>> = {
  intervalMs: ms => (ms === 0 ? '0 ms' : span(ms)),
  retryMinutes: minutes => span(minutes * 60_000),
  completionMinutes: minutes => span(minutes * 60_000),
  numbersWaitHours: hours => `${count(hours)} h`,
  providerErrorShare: value => share(value).replace(/[.,]0/, ''),
}

/** `From 1 to 500.` */
export function rangeWords(name: Ranged, { min, max }: Range): string {
  if (name === 'budgetMicros') return words.moreThan('0')
  const read = readings[name] ?? count
  return words.range(read(min), read(max))
}

function outOfRange(name: Ranged, typed: Typed, range: Range): string | undefined {
  if (typed === '') return range.optional ? undefined : rangeWords(name, range)
  const value = Number(typed)
  if (!Number.isFinite(value) || value < range.min || value > range.max) return rangeWords(name, range)
  return range.fraction || Number.isInteger(value) ? undefined : words.whole
}

/** What is wrong, by the place of its field: `settings.maxRetries`, `schedule.endAt`. */
export type Problems = Readonly<Record<string, string>>

const at = (values: Values, name: string): Typed | undefined => {
  const { settings } = values
  return name.startsWith('rotation.')
    ? (settings.rotation[name.slice('rotation.'.length) as keyof typeof settings.rotation] as Typed)
    : (settings[name as keyof typeof settings] as Typed | undefined)
}

export function problemsOf(values: Values, definitions: Definitions, now: number): Problems {
  const problems: Record<string, string> = {}
  const note = (field: string, problem: string | undefined) => {
    if (problem) problems[field] = problem
  }
  const { name, notes, settings, numbers } = values
  note('name', name.trim() === '' ? words.name : undefined)
  if (name.trim().length > definitions.nameLength) note('name', words.nameLong(definitions.nameLength))
  if (notes.length > definitions.notesLength) note('notes', words.notesLong(definitions.notesLength))
  for (const [field, range] of Object.entries(definitions.ranges) as [Ranged, Range][]) {
    const typed = at(values, field)
    if (typed !== undefined) note(`settings.${field}`, outOfRange(field, typed, range))
  }
  for (const [result, minutes] of Object.entries(settings.retryMinutesAfter))
    if (minutes !== '')
      note(
        `settings.retryMinutesAfter.${result}`,
        outOfRange('retryMinutes', minutes, definitions.ranges.retryMinutes),
      )
  for (const [index, { weight }] of numbers.entries())
    if (!Number.isInteger(Number(weight)) || Number(weight) < 1 || Number(weight) > 100)
      note(`numbers.${index}.weight`, words.weight)
  return { ...problems, ...scheduleProblems(values.schedule, now) }
}

function scheduleProblems(schedule: Values['schedule'], now: number): Problems {
  const problems: Record<string, string> = {}
  const startsAt = schedule.start === 'at' ? instantOf(schedule.startAt, schedule.zone) : now
  const endsAt = schedule.end === 'at' ? instantOf(schedule.endAt, schedule.zone) : undefined
  if (startsAt === null) problems['schedule.startAt'] = scheduleWords.startAt
  if (endsAt === null) problems['schedule.endAt'] = scheduleWords.endAt
  else if (endsAt !== undefined && endsAt <= now) problems['schedule.endAt'] = scheduleWords.endPassed
  else if (endsAt !== undefined && startsAt !== null && endsAt <= startsAt)
    problems['schedule.endAt'] = scheduleWords.endFirst(moment(startsAt, schedule.zone))
  if (schedule.hours === 'shared') {
    if (!schedule.businessHours) problems['schedule.businessHours'] = scheduleWords.hours
    return problems
  }
  if (weekdays.every(day => schedule.windows[day].length === 0))
    problems['schedule.windows'] = scheduleWords.never
  for (const day of weekdays) {
    const clash = overlapOf(schedule.windows[day])
    if (clash)
      problems['schedule.windows'] =
        `${text.words.days[day]}: ${text.schedule.week.overlap(rangeText(clash[0]), rangeText(clash[1]))}`
  }
  return problems
}
