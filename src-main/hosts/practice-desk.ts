import type { TrunkDialer } from '../dialer/create-dialer.ts'
import type { Instant, TrunkId } from '../domain/ids.ts'
import { type TrunkSettings, trunkDefaults } from '../domain/trunk.ts'
import type { Store } from '../store/open-store.ts'
import { readTrunks } from '../store/read-trunks.ts'
import { createTrunk, updateTrunk } from '../store/save-trunk.ts'
import { readSetting, writeSetting } from '../store/workspace-settings.ts'
import type { MediaPool } from '../telephony/media/media-pool.ts'
import type { CalleeMix, Carrier } from '../telephony/practice/carrier.ts'
import { createCarrier } from '../telephony/practice/create-carrier.ts'
import type { Speech } from '../voice/agent-call.ts'
import { mustWrite } from './must-write.ts'

export interface PracticeSettings {
  readonly seed?: number | undefined
  /** Divides the ring and talk times of the practice people. */
  readonly speed?: number | undefined
  readonly mix?: Partial<CalleeMix> | undefined
}

export interface PracticeDeskOptions {
  readonly store: Store
  readonly dialer: TrunkDialer
  readonly media: MediaPool
  readonly speech: Speech
  readonly now: () => Instant
  readonly practice: PracticeSettings
}

/** The built-in carrier and the trunk that leads to it; both come with the first demo or rehearsal. */
export interface PracticeDesk {
  trunk(): TrunkId | null
  carrier(): Carrier | null
  /** Makes the trunk where there is none yet, starts the carrier, connects them. */
  open(): Promise<TrunkId>
  close(): Promise<void>
}

export const practiceTrunkName = 'Practice carrier'

export const practiceSettings = (port: number): TrunkSettings => ({
  ...trunkDefaults,
  host: '127.0.0.1',
  port,
  maxCalls: 100,
  callsPerSecond: 50,
})

export async function createPracticeDesk(options: PracticeDeskOptions): Promise<PracticeDesk> {
  const { store, dialer, media, speech, now, practice } = options
  let trunk = await readSetting(store.db, 'practice_trunk')
  let carrier: Carrier | null = null

  const start = async (known: TrunkId | null): Promise<TrunkId> => {
    carrier ??= await createCarrier({
      host: '127.0.0.1',
      port: 0,
      seed: practice.seed ?? 1,
      speed: practice.speed ?? 1,
      ...(practice.mix === undefined ? {} : { mix: practice.mix }),
      media,
      say: text => speech.speak(text),
      now,
    })
    // The carrier takes a free port at each start.
    const settings = practiceSettings(carrier.port)
    const id = await mustWrite(store, async tx => {
      if (known !== null) {
        await updateTrunk(tx, known, { settings }, now())
        return known
      }
      const made = await createTrunk(tx, { name: practiceTrunkName, settings, secretRef: null }, now())
      await writeSetting(tx, 'practice_trunk', made, now())
      return made
    })
    await dialer.applyTrunk({ id, name: practiceTrunkName, settings, password: null })
    return id
  }

  const exists = trunk !== null && (await readTrunks(store.db)).some(stored => stored.id === trunk)
  if (!exists) trunk = null
  if (trunk !== null) await start(trunk)
  let opening: Promise<TrunkId> | null = null
  return {
    trunk: () => trunk,
    carrier: () => carrier,
    async open() {
      opening ??= start(trunk)
      try {
        trunk = await opening
        return trunk
      } catch (error) {
        // Tried anew when somebody asks again.
        opening = null
        throw error
      }
    },
    close: async () => carrier?.close(),
  }
}
