import type { Kysely } from 'kysely'
import type { RotationPanel } from '../contract/numbers.ts'
import { editableIn, lockedBecause } from '../domain/editable.ts'
import type { CampaignId, Instant } from '../domain/ids.ts'
import { returnsBelow } from '../domain/number-rest.ts'
import { numberHold, roomToday } from '../domain/rotation.ts'
import { dayEnd } from '../domain/zone-clock.ts'
import { readNumbers } from '../store/read-numbers.ts'
import { callsOfLastHour, type Rotation, readRotation } from '../store/read-rotation.ts'
import type { Tables } from '../store/tables.ts'
import { numberRow } from './number-row.ts'
import { notFound } from './refuse.ts'
import type { Services } from './services.ts'

/** The caller IDs of a campaign with their settings, and what room they have left today. */
export async function rotationPanel(
  { db, now: clock }: Services,
  campaign: CampaignId,
): Promise<RotationPanel> {
  const now = clock()
  const rotation = await mustHaveRotation(db, campaign, now)
  const stored = new Map((await readNumbers(db, now, { campaign })).map(number => [number.id, number]))
  const { settings, revision, state, pool, list } = rotation
  const editable = editableIn({ is: state })
  return {
    at: now,
    settings,
    returnsBelow: returnsBelow(settings.spamThreshold),
    revision,
    editable: {
      list: editable.includes('numbers'),
      inUse: editable.includes('numbers.enabled'),
      settings: editable.includes('settings.rotation'),
    },
    locked: lockedBecause({ is: state }),
    rows: list.flatMap(({ id, enabled, weight }, position) => {
      const number = stored.get(id)
      const chosen = pool.find(each => each.id === id)
      if (number === undefined || chosen === undefined) return []
      const off = enabled ? null : 'campaign'
      const disabled = number.enabled ? (off ?? (chosen.onTrunk ? null : 'trunk')) : 'workspace'
      return {
        ...numberRow(number, disabled),
        cap: settings.maxCallsPerDay,
        inUse: enabled,
        weight,
        position,
        room: roomToday(chosen, settings, now),
      }
    }),
    today: today(rotation, await callsOfLastHour(db, campaign, now), now),
  }
}

const HOUR = 3_600_000

function today({ pool, settings }: Rotation, lastHour: number, now: Instant): RotationPanel['today'] {
  const room = sum(pool.map(number => roomToday(number, settings, now)))
  const comesBack = pool.flatMap(number => numberHold(number, settings, now)?.until ?? [])
  const fullAt = lastHour === 0 ? Number.POSITIVE_INFINITY : now + Math.round((room / lastHour) * HOUR)
  const dayEnds = pool.filter(({ enabled }) => enabled).map(({ zone }) => dayEnd(zone, now))
  return {
    done: sum(pool.map(number => number.callsToday)),
    room,
    inUse: pool.filter(({ enabled }) => enabled).length,
    lastHour,
    fullAt: fullAt < Math.min(...dayEnds) ? fullAt : null,
    moreRoomAt: comesBack.length === 0 ? null : Math.min(...comesBack),
  }
}

export async function mustHaveRotation(
  db: Kysely<Tables>,
  campaign: CampaignId,
  now: Instant,
): Promise<Rotation> {
  const rotation = await readRotation(db, campaign, now)
  if (rotation === null) throw notFound('campaign', campaign)
  return rotation
}

const sum = (figures: readonly number[]): number => figures.reduce((all, figure) => all + figure, 0)
