import { readFileSync } from 'node:fs'
import { buildWhenNeeded } from '../build.mjs'
import { runChild } from '../child.mjs'
import { packagesUsed } from '../distribution/packages-used.mjs'
import { aboutPackage, missingForDeb, missingPackages } from '../distribution/what-is-missing.mjs'
import { findElectron } from '../electron.mjs'
import { inRoot, root } from '../places.mjs'
import { say } from '../say.mjs'

/** Fetched when it is needed only, so that an ordinary installation stays small. */
const builder = 'electron-builder@26.17.0'

/** Installers for this system into `dist`; further arguments go to electron-builder (`--dir`, `--arm64`, `--win` …). */
export const run = async args => {
  await buildWhenNeeded({ always: true })
  const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'))
  const left = missingPackages(packagesUsed(inRoot('out', 'main')), manifest)
  if (left.length > 0)
    throw new Error(`An installer would lack ${left.join(', ')}: add them to dependencies.`)
  const noElectron = await findElectron()
  if (noElectron)
    throw new Error(`No installer: ${noElectron}. Electron's own program is packed into each of them.`)
  const code = await runChild(
    'npm',
    ['exec', '--yes', `--package=${builder}`, '--', 'electron-builder', ...options(manifest, args)],
    {
      cwd: root,
      shell: process.platform === 'win32',
    },
  )
  if (code !== 0)
    say(
      `${builder} ended with ${code}. It is fetched from npm, and fetches its own tools (AppImage, fpm, NSIS) from github.com.`,
    )
  return code
}

const options = (manifest, args) => {
  const shared = ['--config', 'resources/electron-builder.yml', '--publish', 'never']
  const about = aboutPackage(manifest, process.env)
  const missing = missingForDeb(about)
  if (process.platform !== 'linux' || args.some(arg => /^--?(win|mac|linux|[wml]$|dir)/.test(arg)))
    return [...shared, ...args]
  if (missing.length > 0) {
    say(`No Debian package this time: it needs ${missing.join(' and ')}.`)
    return [...shared, '--linux', 'AppImage', ...args]
  }
  return [
    ...shared,
    `-c.extraMetadata.homepage=${about.homepage}`,
    `-c.deb.maintainer=${about.maintainer}`,
    ...args,
  ]
}
