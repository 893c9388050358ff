import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { withLock } from './lock.mjs'
import { runNpm } from './npm.mjs'
import { inRoot, root } from './places.mjs'
import { say } from './say.mjs'

const stamp = inRoot('node_modules', '.trunkline-stamp')
const lockFile = inRoot('package-lock.json')

/** Brings `node_modules` to what the lock file says; a glance when nothing changed. */
export const installPackages = async () => {
  if (isInstalled()) return
  await withLock('packages', async () => {
    if (isInstalled()) return
    if (!matchesLock()) {
      say('Installing packages (once, a minute or so) …')
      // No package of ours needs an install script; npm before 11 would compile better-sqlite3, which brings its binaries.
      await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root })
    }
    writeFileSync(stamp, wanted())
  })
}

const wanted = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex')
const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()

/** npm's own record of what lies in `node_modules` names every package this machine needs, in the locked version. */
const matchesLock = () => {
  const record = inRoot('node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const there = JSON.parse(readFileSync(record, 'utf8')).packages
  const locked = JSON.parse(readFileSync(lockFile, 'utf8')).packages
  return Object.entries(locked).every(
    ([path, { version, optional }]) =>
      path === '' || there[path]?.version === version || (optional && !there[path]),
  )
}
