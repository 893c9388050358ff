import type { CampaignChange } from '../../../../src-main/contract/campaign-edit.ts'
import type { CampaignDetail } from '../../../../src-main/contract/campaigns.ts'
import type { CampaignSettings, Definitions } from '../../../../src-main/contract/settings.ts'
import { instantOf, wallTime } from '../../../format/wall-time.ts'
import { type WeekWindows, weekdays } from '../../../format/week.ts'

/** What an input for a number holds while it is typed; empty stands for no limit. */
export type Typed = number | string

type Numbers<T> = {
  -readonly [K in keyof T]: T[K] extends number | null ? Typed : T[K] extends object ? Numbers<T[K]> : T[K]
}
type Ring = { ringSeconds: string }

export interface NumberValue {
  id: CampaignDetail['numbers'][number]['id']
  weight: Typed
  enabled: boolean
}

/** A campaign as its forms hold it; every part is written back by `changeOf`. */
export interface Values {
  name: string
  notes: string
  agent: string | null
  /** Failover group, preferred first; empty: the workspace's default. */
  trunks: CampaignDetail['trunks']
  settings: Omit<
    Numbers<CampaignSettings>,
    'ringSeconds' | 'resumeByItself' | 'retryMinutesAfter' | 'keepLive'
  > &
    Ring & {
      resumeByItself: CampaignSettings['resumeByItself']
      retryMinutesAfter: Partial<Record<Definitions['retriedResults'][number], Typed>>
    }
  schedule: {
    zone: string
    windows: WeekWindows
    start: 'now' | 'at'
    startAt: string
    end: 'none' | 'at' | 'keep_live'
    endAt: string
    respectContactZone: boolean
    hours: 'own' | 'shared'
    businessHours: string | null
  }
  /** In the order of rotation. */
  numbers: NumberValue[]
}

const orEmpty = (value: number | null): Typed => value ?? ''
const every = (windows: CampaignDetail['schedule']['windows']) =>
  Object.fromEntries(weekdays.map(day => [day, windows[day] ?? []])) as unknown as WeekWindows

/** What is stored of a campaign, or what a new one starts with. */
export type Stored = { readonly name: string } & Pick<
  CampaignDetail,
  'notes' | 'agent' | 'trunks' | 'settings' | 'schedule' | 'businessHours' | 'numbers'
>

export const storedOf = (detail: CampaignDetail): Stored => ({ ...detail, name: detail.campaign.name })

export function valuesOf(stored: Stored): Values {
  const { settings, schedule, businessHours } = stored
  const { keepLive, ...others } = settings
  return {
    name: stored.name,
    notes: stored.notes,
    agent: stored.agent && String(stored.agent.id),
    trunks: [...stored.trunks],
    settings: {
      ...others,
      callsPerHour: orEmpty(settings.callsPerHour),
      budgetMicros: orEmpty(settings.budgetMicros),
      ringSeconds: String(settings.ringSeconds),
    },
    schedule: {
      zone: schedule.zone,
      windows: every(schedule.windows),
      start: schedule.startsAt === null ? 'now' : 'at',
      startAt: schedule.startsAt === null ? '' : wallTime(schedule.startsAt, schedule.zone),
      end: keepLive ? 'keep_live' : schedule.endsAt === null ? 'none' : 'at',
      endAt: schedule.endsAt === null ? '' : wallTime(schedule.endsAt, schedule.zone),
      respectContactZone: schedule.respectContactZone,
      hours: businessHours ? 'shared' : 'own',
      businessHours: businessHours && String(businessHours.id),
    },
    numbers: stored.numbers.map(({ id, weight, enabled }) => ({ id, weight, enabled })),
  }
}

const orNull = (typed: Typed): number | null => (typed === '' ? null : Number(typed))

/** The whole campaign as the engine takes it; only sensible where `problemsOf` finds nothing. */
export function written(values: Values): Required<CampaignChange> {
  const { settings, schedule } = values
  const id = <T>(typed: string | null) => (typed ? Number(typed) : null) as T
  return {
    name: values.name.trim(),
    notes: values.notes,
    agent: id<CampaignChange['agent'] & (number | null)>(values.agent),
    trunks: [...values.trunks],
    businessHours: id<CampaignChange['businessHours'] & (number | null)>(
      schedule.hours === 'shared' ? schedule.businessHours : null,
    ),
    numbers: values.numbers.map(({ id, weight, enabled }) => ({ id, weight: Number(weight), enabled })),
    schedule: {
      zone: schedule.zone,
      windows: Object.fromEntries(weekdays.map(day => [day, schedule.windows[day].map(one => ({ ...one }))])),
      startsAt: schedule.start === 'now' ? null : instantOf(schedule.startAt, schedule.zone),
      endsAt: schedule.end === 'at' ? instantOf(schedule.endAt, schedule.zone) : null,
      respectContactZone: schedule.respectContactZone,
    },
    settings: {
      ...(numbersIn(settings) as Omit<CampaignSettings, 'keepLive'>),
      callsPerHour: orNull(settings.callsPerHour),
      budgetMicros: orNull(settings.budgetMicros),
      ringSeconds: Number(settings.ringSeconds) as CampaignSettings['ringSeconds'],
      retryMinutesAfter: Object.fromEntries(
        Object.entries(settings.retryMinutesAfter)
          .filter(([, minutes]) => minutes !== '')
          .map(([result, minutes]) => [result, Number(minutes)]),
      ),
      keepLive: schedule.end === 'keep_live',
    },
  }
}

/** Numbers that stand as text in a box, as numbers. */
function numbersIn(value: unknown): unknown {
  if (Array.isArray(value)) return value
  if (typeof value === 'string' && value !== '' && Number.isFinite(Number(value))) return Number(value)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, numbersIn(part)]))
}
