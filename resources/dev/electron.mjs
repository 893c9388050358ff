import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readChild } from './child.mjs'
import { withLock } from './lock.mjs'
import { inRoot } from './places.mjs'
import { say } from './say.mjs'

const failure = inRoot('node_modules', '.trunkline-no-electron')
const dayMs = 86_400_000
const longestDownloadMs = 90_000
/** Without a connection by then there will be none: name servers and firewalls that only swallow packets. */
const longestConnectMs = 8_000

const isThere = () => existsSync(inRoot('node_modules', 'electron', 'path.txt'))

/** Fetches Electron's binary when it is missing. Resolves with the reason why there is none, or `null`. */
export const findElectron = async () => {
  if (isThere()) return null
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return 'its download is switched off'
  const known = rememberedFailure()
  if (known) return known
  return withLock('electron', async () => (isThere() ? null : (rememberedFailure() ?? (await download()))))
}

const rememberedFailure = () => {
  const written = statSync(failure, { throwIfNoEntry: false })
  return written && Date.now() - written.mtimeMs < dayMs ? readFileSync(failure, 'utf8') : null
}

const download = async () => {
  const reason = (await canConnect()) ?? (await runInstaller())
  if (reason) writeFileSync(failure, reason)
  else rmSync(failure, { force: true })
  return reason
}

const source = () =>
  process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com'

const canConnect = async () => {
  try {
    await fetch(source(), {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(longestConnectMs),
    })
    return null
  } catch (error) {
    return `its download source cannot be reached (${error.cause?.code ?? error.name})`
  }
}

const runInstaller = async () => {
  say('Fetching the desktop window program (Electron, about 110 MB, once) …')
  const installer = inRoot('node_modules', 'electron', 'install.js')
  const { code, output } = await readChild(process.execPath, [installer], { timeout: longestDownloadMs })
  if (code === 0 && isThere()) return null
  const line = output.split('\n').find(text => text.includes('Error')) ?? 'it took too long'
  return `its download failed (${line.trim().slice(0, 120)})`
}
