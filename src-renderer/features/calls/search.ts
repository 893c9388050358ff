import { instantOf } from '../../format/wall-time.ts'
import { type CallResult, resultLooks } from '../../ui/status.ts'
import type { AskedCalls } from './asked.ts'

export const goals = ['achieved', 'partially_achieved', 'not_achieved', 'unknown'] as const
export type Goal = (typeof goals)[number]

/** What the list shows, as it stands in the address. */
export interface CallSearch {
  readonly search?: string
  readonly result?: readonly CallResult[]
  /** First and last day, both shown: `2026-11-19`, on the workspace's calendar. */
  readonly from?: string
  readonly to?: string
  /** 1 Monday to 7 Sunday, with `hour` 0–23: one cell of the heatmap. */
  readonly weekday?: number
  readonly hour?: number
  /** Of that hour: IANA zone, or `contact`. */
  readonly zone?: string
  readonly campaign?: readonly number[]
  readonly agent?: readonly number[]
  readonly number?: readonly number[]
  readonly trunk?: readonly number[]
  readonly goal?: readonly Goal[]
  /** Talk time in seconds. */
  readonly min?: number
  readonly max?: number
  readonly out?: true
  readonly recorded?: true
  readonly said?: string
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? `${value}` : ''
const whole = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
const listOf = <T>(value: unknown, is: (one: unknown) => one is T): T[] =>
  (Array.isArray(value) ? value : [value]).filter(is)
const isId = (one: unknown): one is number => whole(one, 1, Number.MAX_SAFE_INTEGER)
const isResult = (one: unknown): one is CallResult => typeof one === 'string' && one in resultLooks
const isGoal = (one: unknown): one is Goal => goals.some(goal => goal === one)
const isDay = (one: unknown): one is string =>
  typeof one === 'string' && /^\d{4}-\d\d-\d\d$/.test(one) && !Number.isNaN(Date.parse(one))

const some = <K extends string, T>(key: K, values: readonly T[]) =>
  (values.length > 0 ? { [key]: values } : {}) as { [P in K]?: readonly T[] }

/** An address that somebody wrote by hand shows what of it makes sense. */
export function parseCallSearch(raw: Record<string, unknown>): CallSearch {
  const { weekday, hour, zone, min, max } = raw
  const search = text(raw.search).slice(0, 200)
  const said = text(raw.said).slice(0, 200)
  return {
    ...(search && { search }),
    ...some('result', listOf(raw.result, isResult)),
    ...(isDay(raw.from) && { from: raw.from }),
    ...(isDay(raw.to) && { to: raw.to }),
    ...(whole(weekday, 1, 7) && whole(hour, 0, 23) && { weekday, hour, ...(isZone(zone) && { zone }) }),
    ...some('campaign', listOf(raw.campaign, isId)),
    ...some('agent', listOf(raw.agent, isId)),
    ...some('number', listOf(raw.number, isId)),
    ...some('trunk', listOf(raw.trunk, isId)),
    ...some('goal', listOf(raw.goal, isGoal)),
    ...(whole(min, 0, 86_400) && { min }),
    ...(whole(max, 0, 86_400) && { max }),
    ...(raw.out === true && { out: true }),
    ...(raw.recorded === true && { recorded: true }),
    ...(said && { said }),
  }
}

function isZone(zone: unknown): zone is string {
  if (typeof zone !== 'string' || zone.length > 60) return false
  if (zone === 'contact') return true
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null
  } catch {
    return false
  }
}

const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T12:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** The same as the engine is asked. @param zone the workspace's */
export function askedOf(search: CallSearch, zone: string, campaign?: number): AskedCalls {
  const { result, from, to, weekday, hour, agent, number, trunk, goal, min, max, out, recorded } = search
  const campaigns = campaign === undefined ? search.campaign : [campaign]
  return {
    ...(search.search && { search: search.search }),
    ...(search.said && { said: search.said }),
    ...(result && { results: result }),
    ...(campaigns && { campaigns }),
    ...(agent && { agents: agent }),
    ...(number && { numbers: number }),
    ...(trunk && { trunks: trunk }),
    ...(goal && { goals: goal }),
    ...(from && { from: instantOf(`${from}T00:00`, zone) }),
    ...(to && { to: instantOf(`${dayAfter(to)}T00:00`, zone) }),
    ...(weekday !== undefined &&
      hour !== undefined && { hour: { weekday, hour, zone: search.zone ?? zone } }),
    ...(min !== undefined && { minTalkSeconds: min }),
    ...(max !== undefined && { maxTalkSeconds: max }),
    ...(out && { optedOut: true }),
    ...(recorded && { recorded: true }),
  }
}

export const isNarrowed = (search: CallSearch) => Object.keys(search).length > 0
