import type { CampaignSettings, NewCampaign } from '../../../src-main/contract/campaigns.ts'
import type { UploadPreview } from '../../../src-main/contract/contacts.ts'
import { type DayWindow, rangesText, readRanges, type Weekday, weekdays } from '../../format/week.ts'
import { text } from '../../text/text.ts'

/** What the form holds: choices as the inputs have them, days as they are typed. */
export interface Values {
  name: string
  agent: string | null
  trunk: string | null
  numbers: string[]
  upload: UploadPreview | null
  phoneColumn: string | null
  nameColumn: string | null
  defaultCountry: string
  zone: string
  days: Record<Weekday, string>
  maxConcurrentCalls: number | string
  intervalMs: string
  ringSeconds: string
  maxRetries: number | string
  retryMinutes: number | string
  record: boolean
}

const words = text.newCampaign.errors

export const emptyDays = (windows: CampaignSettings['windows']) =>
  Object.fromEntries(weekdays.map(day => [day, rangesText(windows[day] ?? [])])) as Record<Weekday, string>

export const windowsOf = (days: Record<Weekday, string>) =>
  Object.fromEntries(weekdays.map(day => [day, readRanges(days[day]) ?? []])) as Record<Weekday, DayWindow[]>

const whole = (value: number | string, from: number, to: number, wrong: string) => {
  const number = Number(value)
  return value !== '' && Number.isInteger(number) && number >= from && number <= to ? null : wrong
}

const day = (typed: string) => (readRanges(typed) === undefined ? words.day : null)

export const rules = {
  name: (value: string) => {
    if (!value.trim()) return words.name
    return value.trim().length > 120 ? words.nameLong : null
  },
  agent: (value: string | null) => (value ? null : words.agent),
  trunk: (value: string | null) => (value ? null : words.trunk),
  numbers: (value: string[]) => (value.length > 0 ? null : words.numbers),
  upload: (value: UploadPreview | null) => (value ? null : words.upload),
  phoneColumn: (value: string | null, all: Values) =>
    all.upload && value === null ? words.phoneColumn : null,
  nameColumn: (value: string | null, all: Values) =>
    value !== null && value === all.phoneColumn ? words.sameColumn : null,
  days: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
  maxConcurrentCalls: (value: number | string) => whole(value, 1, 500, words.maxCalls),
  maxRetries: (value: number | string) => whole(value, 0, 10, words.retries),
  retryMinutes: (value: number | string) => whole(value, 1, 43_200, words.retryMinutes),
}

/** The form as the engine takes it; only called when the rules found nothing. */
export function toCampaign(values: Values): NewCampaign {
  const { upload, phoneColumn, nameColumn } = values
  if (!upload || phoneColumn === null) throw new Error('the rules let a form without contacts pass')
  return {
    name: values.name.trim(),
    agent: Number(values.agent) as NewCampaign['agent'],
    trunk: Number(values.trunk) as NewCampaign['trunk'],
    numbers: values.numbers.map(number => Number(number) as NewCampaign['numbers'][number]),
    settings: {
      maxConcurrentCalls: Number(values.maxConcurrentCalls),
      intervalMs: Number(values.intervalMs),
      ringSeconds: Number(values.ringSeconds) as CampaignSettings['ringSeconds'],
      maxRetries: Number(values.maxRetries),
      retryMinutes: Number(values.retryMinutes),
      zone: values.zone,
      windows: windowsOf(values.days),
      record: values.record,
    },
    contacts: {
      upload: upload.upload,
      phoneColumn: Number(phoneColumn),
      nameColumn: nameColumn === null ? null : Number(nameColumn),
      defaultCountry: values.defaultCountry,
    },
  }
}
