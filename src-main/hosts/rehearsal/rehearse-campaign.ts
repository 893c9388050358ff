import { join } from 'node:path'
import { holdText } from '../../domain/hold-text.ts'
import type { CampaignId } from '../../domain/ids.ts'
import type { LaunchChoices } from '../../domain/launch.ts'
import type { Engine } from '../../engine/create-engine.ts'
import type { Moved } from '../../engine/move.ts'
import { createPracticeClock } from '../../engine/practice-clock.ts'
import { copyDatabase, tameCopy } from '../../store/copy-for-rehearsal.ts'
import { fromJson } from '../../store/json.ts'
import type { ComposeOptions, ComposeRefusal } from '../application.ts'
import { forecastHere } from '../forecast/forecast-here.ts'
import { runCampaign } from '../run-campaign.ts'
import { openWorkspace, type Workspace } from '../workspace.ts'
import type { CampaignRehearsal, RehearsalProgress } from './campaign-rehearsal.ts'
import { drawSample } from './draw-sample.ts'
import { createIdleWatch } from './longest-idle.ts'
import { toPracticeCarrier } from './practice-trunk.ts'
import { reportCampaign } from './report-campaign.ts'

export interface CampaignRehearsalOptions {
  /** Database of the workspace; only read. */
  readonly file: string
  readonly campaign: CampaignId
  /**
   * Of a launch or restart, which then calls all, and comes to an end. Left out, a paused campaign goes on and any other
   * one begins with the defaults.
   */
  readonly choices?: LaunchChoices
  /** Only so many contacts as can be rehearsed in about an hour, drawn by chance. */
  readonly sample?: boolean
  readonly seed: number
  /** Divides the ring and talk times of the practice people; sound stays in real time. */
  readonly speed: number
  readonly onProgress: (progress: RehearsalProgress) => void
  readonly signal: AbortSignal
}

/**
 * A campaign of a workspace against the practice carrier, in a copy: its own contacts, settings, hours, law and history;
 * nobody real is called, whatever its trunk. `host.dataDir` is an empty folder for the copy; the caller throws it away.
 */
export async function rehearseCampaign(
  host: Omit<ComposeOptions, 'practice'>,
  { file: original, campaign, choices, sample = false, seed, speed, ...watch }: CampaignRehearsalOptions,
): Promise<CampaignRehearsal | ComposeRefusal> {
  const file = join(host.dataDir, 'workspace.db')
  await copyDatabase(original, file)
  tameCopy(file, campaign)
  const began = Date.now()
  const all = choices && { ...choices, keepLive: false, testContacts: null }
  const asked = { file, campaign, at: began, seed, ...(all && { choices: all }) }
  const drawnFrom = sample ? drawSample(asked) : null
  const practice = { seed, speed }
  const forecast = await forecastHere({ ...asked, resources: host.resources, practice }, () => {})
  if ('refused' in forecast) return { refused: 'failed', message: forecast.message }
  const idles = createIdleWatch()
  let engine: Engine | undefined
  const clock = createPracticeClock(forecast.firstCallAt ?? began, Date.now, (from, until) => {
    const [hold] = engine?.holds(campaign) ?? []
    if (hold) idles.jumped({ from, until, reason: hold.is, text: holdText(hold) })
  })
  const workspace = await openWorkspace({ ...host, clock, practice })
  if ('refused' in workspace) return workspace
  engine = workspace.engine
  const stopListening = engine.onChange(change => 'call' in change && idles.called())
  const stop = () => void workspace.engine.stopAll({ hangUp: true, actor })
  watch.signal.addEventListener('abort', stop, { once: true })
  try {
    const begin = await prepare(workspace, campaign, all)
    const [practiceBegan, realBegan] = [clock.now(), Date.now()]
    const expected = { contacts: forecast.contacts, calls: forecast.calls.likely }
    const end = await runCampaign(workspace, campaign, {
      onProgress: progress =>
        watch.onProgress({
          ...progress,
          at: clock.now(),
          seconds: (Date.now() - realBegan) / 1000,
          expected,
        }),
      signal: watch.signal,
      begin,
      waitSeconds: Number.POSITIVE_INFINITY,
    })
    return {
      end,
      ...(await reportCampaign(workspace, campaign, forecast, practiceBegan)),
      drawnFrom,
      longestIdle: idles.longest(),
      forecast,
      seconds: (Date.now() - began) / 1000,
      practiceSeconds: (clock.now() - practiceBegan) / 1000,
    }
  } finally {
    watch.signal.removeEventListener('abort', stop)
    stopListening()
    await workspace.close({ drainSeconds: 0 })
  }
}

const actor = 'rehearsal'

/** @returns how the campaign begins in its state */
async function prepare(
  workspace: Workspace,
  campaign: CampaignId,
  choices: LaunchChoices | undefined,
): Promise<() => Promise<Moved>> {
  await toPracticeCarrier(workspace, campaign)
  const { engine, store, prepareSpeech } = workspace
  const { name, state, flow } = await store.db
    .selectFrom('campaigns')
    .leftJoin('agent_versions', 'agent_versions.id', 'campaigns.agent_version_id')
    .select(['campaigns.name', 'campaigns.state', 'agent_versions.flow'])
    .where('campaigns.id', '=', campaign)
    .executeTakeFirstOrThrow()
  if (flow !== null) await prepareSpeech(fromJson(flow))
  if (choices !== undefined) return () => engine.launch(campaign, choices, { actor, typedName: name })
  if (state === 'draft') return () => engine.move(campaign, { do: 'launch', startsAt: null }, { actor })
  return () => engine.move(campaign, { do: state === 'paused' ? 'resume' : 'restart' }, { actor })
}
