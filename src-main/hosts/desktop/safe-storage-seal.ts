import { safeStorage } from 'electron'
import type { Seal } from '../secrets/seal.ts'

/** The desktop's own key store: Keychain, DPAPI, libsecret or KWallet. */
export const createSafeStorageSeal = (): Seal => ({
  async close(ref, text) {
    await mustBeSafe()
    return (await safeStorage.encryptStringAsync(JSON.stringify([ref, text]))).toString('base64')
  },
  async open(ref, sealed) {
    await mustBeSafe()
    const { result } = await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64'))
    const [owner, text] = JSON.parse(result) as [string, string]
    if (owner !== ref) throw new Error(`The saved password «${ref}» belongs to «${owner}». Enter it again.`)
    return text
  },
})

/** Without a key store Electron would encrypt with a key that everybody knows (`basic_text`): that is refused. */
const mustBeSafe = async (): Promise<void> => {
  const known = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'
  if (known || !(await safeStorage.isAsyncEncryptionAvailable()))
    throw new Error(
      'This desktop has no key store to keep passwords in. Set up GNOME Keyring or KWallet, or run «trunkline console».',
    )
}
