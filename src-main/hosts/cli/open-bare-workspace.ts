import { join } from 'node:path'
import { createDialer, type TrunkDialer } from '../../dialer/create-dialer.ts'
import { openStore, type Store } from '../../store/open-store.ts'
import type { StoreRefusal } from '../../store/store-refusal.ts'
import { createMediaPool } from '../../telephony/media/create-media-pool.ts'
import { createSpeech } from '../../voice/create-speech.ts'
import { rtpPorts } from '../rtp-ports.ts'
import type { CliHost } from './cli-host.ts'

/** A workspace without its engine: nothing is dialled by itself. */
export interface BareWorkspace {
  readonly store: Store
  readonly dialer: TrunkDialer
  close(): Promise<void>
}

export async function openBareWorkspace(
  { files, version }: CliHost,
  dataDir: string,
): Promise<BareWorkspace | StoreRefusal> {
  const store = await openStore({ file: join(dataDir, 'workspace.db'), now: Date.now })
  if ('refused' in store) return store
  const { workers } = files
  const media = await createMediaPool({
    workerPath: workers.media,
    workers: 1,
    ports: rtpPorts,
    localHost: '0.0.0.0',
  })
  const speech = createSpeech({ media, cacheDir: join(dataDir, 'speech'), workerPath: workers.speech })
  const dialer = createDialer({
    media,
    speech,
    dataDir,
    now: Date.now,
    userAgent: `Trunkline/${version}`,
    knownPort: () => 0,
    rememberPort: () => {},
  })
  return {
    store,
    dialer,
    async close() {
      await dialer.close()
      await speech.close()
      await media.close()
      await store.close()
    },
  }
}
