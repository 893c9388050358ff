import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { createDialer, type TrunkDialer } from '../dialer/create-dialer.ts'
import { createTrialDesk, type TrialDesk } from '../dialer/trial/trial-desk.ts'
import type { Flow } from '../domain/flow.ts'
import type { Instant, TrunkId } from '../domain/ids.ts'
import type { EngineOptions } from '../engine/assemble.ts'
import { createEngine, type Engine } from '../engine/create-engine.ts'
import { realClock } from '../engine/real-clock.ts'
import { createRulebook, type Rulebook } from '../engine/rulebook.ts'
import { createHolidays } from '../numbering/holidays.ts'
import { readProfiles } from '../numbering/read-profiles.ts'
import { fromJson } from '../store/json.ts'
import { createLogSync, logFileOf } from '../store/log-sync.ts'
import { openStore, type Store } from '../store/open-store.ts'
import { readTrunks } from '../store/read-trunks.ts'
import { readSetting, writeSetting } from '../store/workspace-settings.ts'
import { workspaceZone } from '../store/workspace-zone.ts'
import type { WriteTurn } from '../store/write-turn.ts'
import { createMediaPool } from '../telephony/media/create-media-pool.ts'
import type { MediaPool } from '../telephony/media/media-pool.ts'
import type { Speech } from '../voice/agent-call.ts'
import { createSpeech } from '../voice/create-speech.ts'
import type { ComposeOptions, ComposeRefusal } from './application.ts'
import { endLeftTestCalls } from './end-left-test-calls.ts'
import { freeDisk } from './free-disk.ts'
import { keepBackup } from './keep-backup.ts'
import { createPracticeDesk, type PracticeDesk, type PracticeSettings } from './practice-desk.ts'
import { rtpPorts } from './rtp-ports.ts'

export interface WorkspaceOptions extends Omit<ComposeOptions, 'practice'> {
  readonly practice?: PracticeSettings
  /** Where other threads write the workspace too. */
  readonly turn?: WriteTurn
  /** What the engine reads beside this thread; left out: in it. */
  readonly beside?: Pick<EngineOptions, 'counts' | 'numberDay'>
}

/** Every part of a running workspace, joined. */
export interface Workspace {
  readonly store: Store
  readonly engine: Engine
  readonly dialer: TrunkDialer
  readonly media: MediaPool
  readonly speech: Speech
  readonly practice: PracticeDesk
  readonly trials: TrialDesk
  readonly rules: Rulebook
  readonly now: () => Instant
  /** IANA zone of this computer. */
  readonly zone: string
  /** Renders the static sentences of a flow, so that the agent greets at once. */
  prepareSpeech(flow: Flow): Promise<void>
  close(options: { readonly drainSeconds: number }): Promise<void>
}

/** Opens the workspace and recovers what an earlier run left behind; the engine dials from here on. */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace | ComposeRefusal> {
  const { dataDir, workers, log, clock = realClock } = options
  const now = () => clock.now()
  const file = join(dataDir, 'workspace.db')
  // Its threads come up while this one opens the file.
  const [media, store] = await Promise.all([
    createMediaPool({ workerPath: workers.media, workers: 2, ports: rtpPorts, localHost: '0.0.0.0' }),
    openStore({
      file,
      now,
      sync: ({ rescue }) => createLogSync({ log: logFileOf(file), rescue }),
      ...(options.turn ? { turn: options.turn } : {}),
    }),
  ])
  if ('refused' in store) {
    await media.close()
    return store
  }
  const speech = createSpeech({ media, cacheDir: join(dataDir, 'speech'), workerPath: workers.speech })
  const ports = await sipPorts(store, now)
  const dialer =
    options.dialer ??
    createDialer({
      media,
      speech,
      dataDir,
      now,
      userAgent: `Trunkline/${manifest.version}`,
      ...ports,
    })
  const practice = await createPracticeDesk({
    store,
    dialer,
    media,
    speech,
    now,
    practice: options.practice ?? {},
  })
  await connectTrunks(store, dialer, practice, options)
  const prepareSpeech = (flow: Flow) => speech.prepare(flow)
  // A sentence that cannot be rendered now is tried again on the call; recovery must not wait for it.
  for (const flow of await flowsInUse(store))
    await prepareSpeech(flow).catch(error => log.warn(error, 'An agent’s sentences could not be rendered'))
  const rules = createRulebook(await readProfiles(options.resources), createHolidays())
  rules.switchOff(Object.keys((await readSetting(store.db, 'profiles_off')) ?? {}))
  const engine = createEngine({
    store,
    dialer,
    clock,
    rules,
    ...options.beside,
    freeDisk: freeDisk(dataDir),
    backup: keepBackup(dataDir),
    dice: () => randomInt(2 ** 32) / 2 ** 32,
    notify: notice => {
      const line = `${notice.title}. ${notice.text}`
      // Warnings reach a terminal too; who read there that something stopped wants to read that it goes on.
      if (notice.kind === 'campaign_completed') log.info({ notice }, line)
      else log.warn({ notice }, line)
    },
    report: error => log.error(error, 'a bug in the engine'),
  })
  await engine.start()
  endLeftTestCalls(store, dialer, now, () => engine.changed()).catch(error =>
    log.warn(error, 'A test call could not be ended'),
  )
  const trials = createTrialDesk({ media, speech, now })
  return {
    store,
    engine,
    dialer,
    media,
    speech,
    practice,
    trials,
    rules,
    now,
    zone: workspaceZone(store.statements),
    prepareSpeech,
    async close({ drainSeconds }) {
      dialer.endTestCalls('closed')
      await trials.close()
      await engine.close({ hangUp: false, withinMs: drainSeconds * 1000 })
      await dialer.close()
      await practice.close()
      await speech.close()
      await media.close()
      await store.close()
    },
  }
}

/** SIP ports of the last run: answers to its calls still arrive there. */
async function sipPorts(store: Store, now: () => Instant) {
  const ports = new Map(Object.entries((await readSetting(store.db, 'sip_ports')) ?? {}))
  return {
    knownPort: (trunk: TrunkId) => ports.get(String(trunk)) ?? 0,
    rememberPort: (trunk: TrunkId, port: number) => {
      if (ports.get(String(trunk)) === port) return
      ports.set(String(trunk), port)
      // A port that could not be kept costs a stray answer, no call: each call carries its own.
      void store.write(tx => writeSetting(tx, 'sip_ports', Object.fromEntries(ports), now()))
    },
  }
}

async function connectTrunks(
  store: Store,
  dialer: TrunkDialer,
  practice: PracticeDesk,
  { secrets, log }: WorkspaceOptions,
): Promise<void> {
  // Without its password a trunk refuses in words; everything else can still be done.
  const passwordOf = (name: string, ref: string) =>
    secrets.get(ref).catch((error: unknown) => {
      log.warn(error, `The password of the trunk ${name} cannot be read`)
      return null
    })
  const trunks = (await readTrunks(store.db)).filter(({ id }) => id !== practice.trunk())
  await Promise.all(
    trunks.map(async ({ id, name, settings, secretRef }) => {
      const password = secretRef === null ? null : await passwordOf(name, secretRef)
      await dialer.applyTrunk({ id, name, settings, password })
    }),
  )
}

/** Flows of campaigns that go on at once. */
async function flowsInUse(store: Store): Promise<readonly Flow[]> {
  const rows = await store.db
    .selectFrom('campaigns')
    .innerJoin('agent_versions', 'agent_versions.id', 'campaigns.agent_version_id')
    .select('agent_versions.flow')
    .where('campaigns.state', 'in', ['running', 'scheduled', 'draining'])
    .execute()
  return rows.map(row => fromJson(row.flow))
}
