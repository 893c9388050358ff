import type { CampaignId, ContactId } from '../../domain/ids.ts'
import { choicesProblem, type LaunchChoices, type LaunchIntent, launchDefaults } from '../../domain/launch.ts'
import type { EngineParts } from '../engine-parts.ts'
import { type Moved, told, unknownFailure } from '../move.ts'
import type { EngineTransaction } from '../ports/transaction.ts'
import { backUpHistory } from './back-up-history.ts'
import { beginLaunch, type LaunchOptions } from './begin.ts'
import { type Draw, drawOn, nothingDrawn } from './draw.ts'
import { finishLaunch } from './finish.ts'

/**
 * Launches a campaign, or restarts one that ran: checks what it needs, puts its contacts back or leaves them out, and
 * lets it run. Contacts are prepared part by part, so that calls and windows are not kept waiting; the campaign moves
 * in the transaction of the last part. Nobody is called before, and a process that dies in between is followed by one
 * that begins again.
 */
export async function launch(
  parts: EngineParts,
  campaign: CampaignId,
  choices: LaunchChoices,
  options: LaunchOptions,
): Promise<Moved> {
  const problem = choicesProblem(choices)
  if (problem !== null) return { refused: 'bad_choices', ...problem }
  if (choices.resetHistory && parts.backup === null) return { refused: 'no_backup' }
  if (parts.launches.has(campaign)) return { refused: 'launching' }
  return alone(parts, campaign, async stopped => {
    const begun = await beginLaunch(parts, campaign, choices, options)
    return 'refused' in begun ? begun : goThrough(parts, campaign, begun, stopped)
  })
}

/** With the choices that the dialog begins with; what the campaign is set to stays. */
export async function launchByDefault(
  parts: EngineParts,
  campaign: CampaignId,
  options: LaunchOptions,
): Promise<Moved> {
  const record = (await parts.store.read(tx => tx.campaign(campaign)))?.value ?? null
  if (record === null) return { refused: 'not_found' }
  return launch(parts, campaign, { ...launchDefaults, keepLive: record.settings.keepLive }, options)
}

/** Goes on with launches that an earlier process began: from their beginning, which changes nothing that is done. */
export async function finishLaunches(parts: EngineParts): Promise<void> {
  const read = await parts.store.read(tx => tx.launching.begun())
  for (const { campaign, intent } of read?.value ?? [])
    await alone(parts, campaign, stopped => goThrough(parts, campaign, intent, stopped))
}

/** Nothing else moves the campaign meanwhile. */
async function alone(
  { launches }: EngineParts,
  campaign: CampaignId,
  work: (stopped: AbortSignal) => Promise<Moved>,
): Promise<Moved> {
  const stop = new AbortController()
  launches.set(campaign, stop)
  try {
    return await work(stop.signal)
  } finally {
    launches.delete(campaign)
  }
}

async function goThrough(
  parts: EngineParts,
  campaign: CampaignId,
  intent: LaunchIntent,
  stopped: AbortSignal,
): Promise<Moved> {
  const { resetHistory, testContacts } = intent.choices
  const backup = resetHistory ? await backUpHistory(parts, campaign, intent.at) : null
  const giveUp = async (tx: EngineTransaction, refused: 'no_backup' | 'stopped') => {
    await tx.launching.abandon(campaign)
    return { refused }
  }
  let drawn: Draw<ContactId> = nothingDrawn
  for (let after = 0 as ContactId; ; ) {
    const [from, before] = [after, drawn]
    const written = await parts.store.surely(async tx => {
      if (backup === 'failed') return giveUp(tx, 'no_backup')
      if (stopped.aborted) return giveUp(tx, 'stopped')
      const now = parts.clock.now()
      const draws = testContacts !== null
      const { drawable, ...part } = await tx.launching.prepare(campaign, intent, from, draws, now)
      const so = drawOn(before, drawable, testContacts ?? 0, parts.dice)
      if (part.more) return { ...part, drawn: so }
      return finishLaunch(tx, campaign, intent, { drawn: so.sample, backup }, now)
    })
    if (written === null) return { refused: 'store', failure: parts.store.problem() ?? unknownFailure }
    if ('more' in written.value) {
      after = written.value.last
      drawn = written.value.drawn
      await othersFirst()
      continue
    }
    if ('moved' in written.value) {
      parts.trunks.forget(campaign)
      told(parts, campaign, null)
    }
    return written.value
  }
}

/** The store answers without leaving this turn of the event loop. */
const othersFirst = () => new Promise<void>(resolve => setImmediate(resolve))
