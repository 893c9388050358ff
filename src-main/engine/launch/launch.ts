import { type CampaignState, moveCampaign } from '../../domain/campaign-state.ts'
import type { CampaignId, ContactId, Instant } from '../../domain/ids.ts'
import { choicesProblem, type LaunchChoices, type LaunchIntent, launchDefaults } from '../../domain/launch.ts'
import type { EngineParts } from '../engine-parts.ts'
import { type Moved, type Refusal, told, unknownFailure } from '../move.ts'
import type { CampaignRecord, EngineTransaction } from '../ports.ts'
import { backUpHistory } from './back-up-history.ts'
import { createReservoir, type Reservoir } from './draw.ts'
import { missingNeeds } from './needs.ts'
import { wayOf, whoIsCalled } from './preview.ts'

export interface LaunchOptions {
  readonly actor: string
  /** With `resetHistory`: the campaign's name as it was typed. */
  readonly typedName?: string
  /** Refused where the state asks for the other; left out, the state decides. */
  readonly do?: 'launch' | 'restart'
}

/**
 * Launches a campaign, or restarts one that ran: checks what it needs, puts its contacts back or leaves them out, and
 * lets it run. A campaign of one part is moved in one transaction. A longer one is prepared part by part before it
 * moves, so that calls and windows are not kept waiting; nobody is called meanwhile, and a process that dies in between
 * is followed by one that begins again.
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
    const begun = await parts.store.once(tx => begin(parts, tx, campaign, choices, options))
    if (begun === null) return { refused: 'store', failure: storeFailure(parts) }
    return 'refused' in begun.value ? begun.value : goThrough(parts, campaign, begun.value.intent, stopped)
  })
}

/** With the choices that the dialog begins with; what the campaign is set to stays. */
export async function launchByDefault(
  parts: EngineParts,
  campaign: CampaignId,
  options: LaunchOptions,
): Promise<Moved> {
  const record = (await parts.store.read(tx => tx.campaign(campaign)))?.value ?? null
  if (record === null || record.isDeleted) return { refused: 'not_found' }
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

const storeFailure = ({ store }: EngineParts) => store.problem() ?? unknownFailure

async function begin(
  parts: EngineParts,
  tx: EngineTransaction,
  campaign: CampaignId,
  choices: LaunchChoices,
  options: LaunchOptions,
): Promise<{ readonly intent: LaunchIntent } | Refusal> {
  const record = await tx.campaign(campaign)
  if (record === null || record.isDeleted) return { refused: 'not_found' }
  const now = parts.clock.now()
  const intent: LaunchIntent = {
    do: options.do ?? wayOf(record.state),
    choices,
    actor: options.actor,
    at: now,
  }
  const to = stateAfter(record, intent, now)
  if ('refused' in to) return to
  if (choices.resetHistory && options.typedName?.trim() !== record.name) return { refused: 'name_mismatch' }
  const counts = await tx.launching.counts(campaign, intent, now)
  const { willBeCalled } = whoIsCalled(counts)
  const missing = await missingNeeds(parts, tx, record, intent, willBeCalled, now)
  if (missing.length > 0) return { refused: 'not_ready', missing }
  await tx.launching.begin(campaign, intent)
  return { intent }
}

const stateAfter = ({ state, schedule }: CampaignRecord, intent: LaunchIntent, now: Instant) =>
  moveCampaign(
    state,
    intent.do === 'launch' ? { do: 'launch', startsAt: schedule.startsAt } : { do: 'restart' },
    { activeCalls: 0, now },
  )

async function goThrough(
  parts: EngineParts,
  campaign: CampaignId,
  intent: LaunchIntent,
  stopped: AbortSignal,
): Promise<Moved> {
  const { choices } = intent
  const backup = choices.resetHistory ? await backUpHistory(parts, campaign, intent.at) : null
  if (backup === 'failed') {
    await parts.store.surely(tx => tx.launching.abandon(campaign))
    return { refused: 'no_backup' }
  }
  const drawn = createReservoir<ContactId>(choices.testContacts ?? 0, parts.dice)
  let after = 0 as ContactId
  for (;;) {
    const from = after
    const written = await parts.store.surely(async tx => {
      if (stopped.aborted) {
        await tx.launching.abandon(campaign)
        return { refused: 'stopped' as const }
      }
      const now = parts.clock.now()
      const { drawable, ...part } = await tx.launching.prepare(
        campaign,
        intent,
        from,
        choices.testContacts !== null,
        now,
      )
      for (const contact of drawable) drawn.add(contact)
      return part.more ? part : finish(tx, campaign, intent, { drawn, backup }, now)
    })
    if (written === null) return { refused: 'store', failure: storeFailure(parts) }
    if ('more' in written.value) {
      after = written.value.last
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

interface Preparation {
  readonly drawn: Reservoir<ContactId>
  /** File that holds what a reset cleared. */
  readonly backup: string | null
}

/** The campaign moves, with everything that its contacts' state rests on, in the transaction of their last part. */
async function finish(
  tx: EngineTransaction,
  campaign: CampaignId,
  intent: LaunchIntent,
  { drawn, backup }: Preparation,
  now: Instant,
): Promise<{ readonly moved: CampaignState } | Refusal> {
  const { choices, actor } = intent
  const record = await tx.campaign(campaign)
  if (record === null || record.isDeleted) return { refused: 'not_found' }
  const to = stateAfter(record, intent, now)
  if ('refused' in to) {
    await tx.launching.abandon(campaign)
    return to
  }
  const { exclude, resetHistory } = choices
  const cleared = resetHistory ? await tx.launching.removeOptOuts(campaign) : 0
  const lifted = exclude.refused || resetHistory ? 0 : await tx.launching.liftOptOuts(campaign, now)
  await tx.launching.draw(campaign, drawn.sample)
  if (to.is === 'scheduled') await tx.launching.keepChoices(campaign, choices)
  else await tx.launching.beginRun(campaign, choices, now)
  await tx.setState(campaign, to, now)
  const audit = (action: string, detail: Readonly<Record<string, string | number | null>>) =>
    tx.addAudit({ actor, action, subject: `campaign ${campaign}`, detail }, now)
  await audit(`campaign.${intent.do}`, { from: record.state.is, to: to.is })
  if (!exclude.refused)
    await audit('campaign.call_refused', { because: exclude.refusedOffBecause, optOuts: lifted })
  if (resetHistory) await audit('campaign.reset_history', { backup, optOuts: cleared })
  return { moved: to }
}

/** The store answers without leaving this turn of the event loop. */
const othersFirst = () => new Promise<void>(resolve => setImmediate(resolve))
