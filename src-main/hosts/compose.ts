import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import manifest from '../../package.json' with { type: 'json' }
import { reads } from '../api/reads.ts'
import { refused } from '../api/refuse.ts'
import { router } from '../api/router.ts'
import type { Services } from '../api/services.ts'
import { endDeskCalls, stopEverything } from '../api/stop-everything.ts'
import { within } from '../api/within.ts'
import { createKeptFacets } from '../contacts/view/kept-facets.ts'
import { createViews } from '../contacts/view/views.ts'
import type { CallId } from '../domain/ids.ts'
import type { JobInput } from '../domain/job.ts'
import { readJob } from '../store/job-records.ts'
import { mainTurn, newSharedTurn, type SharedTurn, type WriteTurn } from '../store/write-turn.ts'
import { fliteVoice } from '../voice/speech-protocol.ts'
import type { Application, ComposeOptions, ComposeRefusal } from './application.ts'
import { finishRestore } from './backups/restore-here.ts'
import { campaignHandlers } from './control/campaign-handlers.ts'
import { createDemo } from './demo/create-demo.ts'
import type { Begun } from './demo/history/move-in.ts'
import { runHistory } from './demo/history/run-history.ts'
import { readSampleFlow } from './demo/sample-agents.ts'
import { createEraser, type Eraser } from './erase-deleted.ts'
import { runForecast } from './forecast/run-forecast.ts'
import { freeDisk } from './free-disk.ts'
import { createLogView, logFile } from './log-tail.ts'
import { mustWrite, NotWritten } from './must-write.ts'
import { createProcessorShare } from './processor-share.ts'
import { createReads } from './reading/create-reads.ts'
import { readBeside } from './reading/read-beside.ts'
import { createRehearsalDesk, type RehearsalDesk } from './rehearsal/rehearsal-desk.ts'
import { runsOn } from './runs-on.ts'
import { startUpkeep } from './upkeep.ts'
import { createUploads } from './uploads/uploads.ts'
import { findJobFile, found } from './working/find-job-file.ts'
import type { JobDesk } from './working/job-desk.ts'
import { commandedJobs } from './working/job-standing.ts'
import { openJobs } from './working/open-jobs.ts'
import { tellEngine } from './working/tell-engine.ts'
import { openWorkspace, type Workspace } from './workspace.ts'

/** Builds the application for every host: the only place where engine, store, telephony and api meet. */
export async function compose(options: ComposeOptions): Promise<Application | ComposeRefusal> {
  await finishRestore(options.dataDir, Date.now())
  const shared = newSharedTurn()
  const turn = mainTurn(shared)
  const longReads = createReads({
    workerPath: options.workers.reading,
    file: join(options.dataDir, 'workspace.db'),
    table: reads,
  })
  const workspace = await openWorkspace({ ...options, turn, beside: readBeside(longReads, options.log) })
  if ('refused' in workspace) return workspace
  const { engine, store } = workspace
  const waiting = await watchCampaigns(workspace, options.log)
  const change: Services['change'] = work => inWords(() => mustWrite(store, work))
  const eraser = createEraser(store, change, options.dataDir, options.log)
  const rehearsals = await createRehearsalDesk(options)
  const uploads = createUploads({ dataDir: options.dataDir, freeDisk: freeDisk(options.dataDir) })
  const jobs = await openJobs({
    ...options,
    store,
    now: workspace.now,
    turn,
    shared,
    onEnd: ({ input, actor }) =>
      void undoneBy(store, input)
        .then(undone => tellEngine(engine, input, actor, undone))
        .catch(error => options.log.error(error, 'The engine could not be told of a job')),
  })
  const { dataDir, log } = options
  const upkeep = await startUpkeep({
    ...workspace,
    dataDir,
    change,
    jobs,
    reads: longReads,
    uploads,
    log,
    backupWorker: options.workers.backup,
    onNotice: () => engine.changed(),
  })
  const { backups, hook } = upkeep
  log.info(`Trunkline ${manifest.version} opened the workspace`)
  return {
    router,
    context: servicesOf(workspace, options, {
      change,
      eraser,
      rehearsals,
      reads: longReads,
      jobs,
      uploads,
      backups,
      hook,
      turn,
      shared,
    }),
    recordingFile: async callId => {
      const row = await store.db
        .selectFrom('calls')
        .select('recording')
        .where('id', '=', callId as CallId)
        .executeTakeFirst()
      if (!row?.recording) return null
      const file = join(options.dataDir, row.recording)
      return existsSync(file) ? file : null
    },
    takeUpload: uploads.keep,
    jobs: commandedJobs(store, jobs),
    campaigns: campaignHandlers(workspace),
    jobFile: (job, which) => findJobFile(store.db, options.dataDir, job, which),
    logFile: () => found(logFile(dataDir), 'trunkline.log'),
    backup: () => backups.make('hand'),
    activeCalls: () => engine.activeCalls().length,
    onActiveCalls: listener => {
      let before = engine.activeCalls().length
      return engine.onChange(() => {
        const active = engine.activeCalls().length
        if (active !== before) listener(active)
        before = active
      })
    },
    campaignsWait: () => waiting.some,
    stopAll: async options => void (await stopEverything(workspace, options)),
    hangUp: () => {
      endDeskCalls(workspace, 'closed')
      for (const { call } of engine.activeCalls()) engine.hangUp(call)
    },
    close: async drain => {
      waiting.stop()
      const helpers = async () => {
        await upkeep.stop()
        await Promise.all([eraser.stop(), rehearsals.close(), jobs.close(), longReads.close()])
      }
      // A disk that takes nothing any more must not keep the program; what was begun goes on at the next start.
      await within(helpers(), HELPERS_END_MS)
      await workspace.close(drain)
      log.info('The workspace is closed')
    },
  }
}

const HELPERS_END_MS = 15_000

/** What a job took back; `null`: it is no undo. */
const undoneBy = async ({ db }: Workspace['store'], input: JobInput): Promise<JobInput | null> =>
  input.is === 'undo' ? ((await readJob(db, input.of))?.input ?? null) : null

interface Helpers {
  readonly change: Services['change']
  readonly eraser: Eraser
  readonly rehearsals: RehearsalDesk
  readonly reads: Services['reads']
  readonly jobs: JobDesk
  readonly uploads: Services['uploads']
  readonly backups: Services['backups']
  readonly hook: Services['hook']
  readonly turn: WriteTurn
  readonly shared: SharedTurn
}

const servicesOf = (
  workspace: Workspace,
  { secrets, resources, workers, dataDir, kind, reopen, atLogin }: ComposeOptions,
  { change, eraser, rehearsals, reads, jobs, uploads, backups, hook, turn, shared }: Helpers,
): Services => {
  const { store, engine, dialer, practice, trials, rules, now, zone, prepareSpeech, speech } = workspace
  const file = join(dataDir, 'workspace.db')
  const free = freeDisk(dataDir)
  const processorShare = createProcessorShare()
  return {
    db: store.db,
    change,
    statements: store.statements,
    engine,
    dialer,
    secrets,
    rules,
    reads,
    views: createViews({
      find: (view, signal) => reads.ask('ids', view, { signal }),
      stamp: () => reads.ask('stamp', null),
      growSearch: () => reads.ask('growSearchText', null),
      now,
      newId: randomUUID,
    }),
    facets: createKeptFacets({
      read: () => reads.ask('facets', null),
      stamp: () => reads.ask('stamp', null),
      now,
    }),
    jobs: { ...jobs, start: job => inWords(() => jobs.start(job)) },
    uploads,
    now,
    zone,
    practiceTrunk: practice.trunk,
    trials,
    prepareSpeech,
    eraseDeleted: eraser.wake,
    startDemo: async () => {
      await mustBeEmpty(store.db)
      const trunk = await inWords(() => practice.open())
      const campaign = await change(async tx => {
        await mustBeEmpty(tx)
        return createDemo(tx, store.statements, { resources, practiceTrunk: trunk, zone, now: now() })
      })
      engine.changed(campaign)
      return campaign
    },
    startDemoWithHistory: async (onProgress, signal) => {
      await mustBeEmpty(store.db)
      const trunk = await inWords(() => practice.open())
      const played = await runHistory(
        { file, resources, practiceTrunk: trunk, zone, now: now(), turn: shared },
        { workerPath: workers.history, onProgress, signal, onGone: turn.giveFor },
      )
      if (typeof played === 'object') throw notEmpty(played.begun)
      engine.changed()
      return played
    },
    readyMadeFlow: (agent, language) => readSampleFlow(resources, agent, language),
    forecast: (campaign, choices, run) =>
      runForecast(
        {
          file,
          resources,
          campaign,
          at: now(),
          ...(choices === undefined ? {} : { choices }),
        },
        { workerPath: workers.forecast, ...run },
      ),
    rehearsals,
    backups,
    hook,
    reopen: reopen ?? null,
    atLogin: atLogin ?? null,
    log: createLogView(dataDir),
    machine: async () => ({
      freeDiskBytes: await free().catch(() => null),
      memoryBytes: process.memoryUsage.rss(),
      processorShare: processorShare(),
    }),
    voice: { name: fliteVoice, languages: ['en'], hear: speech.hear },
    about: { version: manifest.version, dataDir, host: kind, runsOn: runsOn(store) },
  }
}

async function inWords<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error
    throw refused({ code: 'store', what: error.message, cure: 'Nothing was changed.' })
  }
}

/** Asked again within the transaction that adds the demo: two people may begin at the same time. */
async function mustBeEmpty(db: Services['db']): Promise<void> {
  const known = await db.selectFrom('campaigns').select('id').limit(1).executeTakeFirst()
  if (known !== undefined) throw notEmpty('campaigns')
}

const notEmpty = (begun: Begun) =>
  refused({
    code: 'not_empty',
    what: `This workspace has ${begun} already.`,
    cure: 'The demo begins in an empty workspace: start with another folder (--data).',
  })

/** Whether some campaign goes on by itself, kept up to date for hosts that must know at once. */
async function watchCampaigns(
  { store, engine }: Workspace,
  log: Logger,
): Promise<{ some: boolean; stop: () => void }> {
  const look = async () => {
    const row = await store.db
      .selectFrom('campaigns')
      .select('id')
      .where('state', 'in', ['scheduled', 'running', 'draining'])
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  }
  const watch = { some: await look(), stop: () => {} }
  watch.stop = engine.onChange(change => {
    if (!('campaign' in change) || 'call' in change) return
    look().then(
      some => (watch.some = some),
      error => log.warn(error, 'The campaigns could not be read'),
    )
  })
  return watch
}
