import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readChild } from './child.mjs'
import { withLock } from './lock.mjs'
import { inRoot, root } from './places.mjs'
import { say } from './say.mjs'

const stamp = inRoot('out', '.built-from')
const sources = [
  'src-main',
  'src-renderer',
  'electron.vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'resources/help',
  'resources/dev/interface-files.mjs',
  'CHANGELOG.md',
]

/** What the product needs from a build; a build that leaves one of them out has failed. */
const products = [
  'main/desktop.js',
  'main/cli.js',
  'main/media-worker.js',
  'main/speech-worker.js',
  'main/forecast-worker.js',
  'main/rehearsal-worker.js',
  'main/reading-worker.js',
  'main/working-worker.js',
  'main/backup-worker.js',
  'preload/preload.cjs',
  'renderer/index.html',
  'renderer/help-en.json',
  'renderer/help-de.json',
  'renderer/licences.json',
  'renderer/release-notes.md',
]

/** Bundles when a source changed since the last time. `always`: even when none did. */
export const buildWhenNeeded = async ({ always = false } = {}) => {
  if (!always && isCurrent(fingerprint())) return
  await withLock('build', async () => {
    const print = fingerprint()
    if (!always && isCurrent(print)) return
    say('Building …')
    rmSync(stamp, { force: true })
    const started = Date.now()
    const vite = inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
    const { code, output } = await readChild(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    })
    if (code !== 0) throw new Error(`The build failed:\n${output.trim()}`)
    const missing = products.filter(file => !existsSync(inRoot('out', file)))
    if (missing.length > 0) throw new Error(`The build left out ${missing.join(', ')}.`)
    writeFileSync(stamp, print)
    say(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
  })
}

const isCurrent = print => existsSync(stamp) && readFileSync(stamp, 'utf8') === print

/** Over the contents, so that a checkout that only touches times builds nothing. */
const fingerprint = () => {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(source => filesUnder(inRoot(source))))
    hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

const filesUnder = path => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap(name => filesUnder(join(path, name)))
}
