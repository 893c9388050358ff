import { join } from 'node:path'
import { createKeyFileSeal } from './key-file-seal.ts'
import { createSealedFile } from './sealed-file.ts'
import type { SecretStore } from './secret-store.ts'

/** For hosts without a key store of the desktop: `secrets.json` and its key, both in the workspace folder. */
export const createFileSecrets = (dataDir: string): SecretStore =>
  createSealedFile(join(dataDir, 'secrets.json'), createKeyFileSeal(join(dataDir, 'secrets.key')))
