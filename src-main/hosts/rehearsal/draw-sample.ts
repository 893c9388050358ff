import type { CampaignId, Instant, LeadId } from '../../domain/ids.ts'
import type { LaunchChoices } from '../../domain/launch.ts'
import { createDice } from '../../engine/forecast/dice.ts'
import { type Draw, drawOn, nothingDrawn } from '../../engine/launch/draw.ts'
import { keepOnly } from '../../store/copy-for-rehearsal.ts'
import { readForecast } from '../../store/read-forecast.ts'
import { openReadOnly } from '../../store/read-only-file.ts'

/** Calls run in real time: with so many contacts a line, and so many in all, a rehearsal takes about an hour. */
const MOST_A_LINE = 100
const MOST = 2_000

export interface SampleOrder {
  /** The copied database. */
  readonly file: string
  readonly campaign: CampaignId
  readonly choices?: LaunchChoices
  readonly at: Instant
  readonly seed: number
}

/**
 * Leaves a random sample in a copied campaign that has more contacts to call than can be rehearsed.
 * @returns how many it was drawn from; `null`: all of them stay
 */
export function drawSample({ file, campaign, seed, ...query }: SampleOrder): number | null {
  const opened = openReadOnly(file)
  let drawn: Draw<LeadId> = nothingDrawn
  let most = MOST
  try {
    const rows = readForecast(opened, { campaign, ...query })
    if (rows === null) return null
    const { settings, trunks } = rows.campaign
    const carried = trunks.reduce((sum, trunk) => sum + trunk.settings.maxCalls, 0)
    const lines = Math.min(settings.maxConcurrentCalls, carried || settings.maxConcurrentCalls)
    most = Math.min(MOST, MOST_A_LINE * lines)
    const dice = createDice(seed)
    for (const part of inParts(rows.leads())) drawn = drawOn(drawn, part, most, dice)
  } finally {
    opened.close()
  }
  if (drawn.seen <= most) return null
  keepOnly(file, campaign, drawn.sample)
  return drawn.seen
}

const PART = 10_000

/** Those who may be called, so many at a time. */
function* inParts(
  leads: Iterable<{ readonly lead: LeadId; readonly skip: string | null }>,
): Generator<readonly LeadId[]> {
  let part: LeadId[] = []
  for (const { lead, skip } of leads) {
    if (skip !== null) continue
    part.push(lead)
    if (part.length < PART) continue
    yield part
    part = []
  }
  yield part
}
