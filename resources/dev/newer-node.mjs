import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { runChild } from './child.mjs'
import { withLock } from './lock.mjs'
import { runNpm } from './npm.mjs'
import { inRoot } from './places.mjs'
import { say } from './say.mjs'

const folder = inRoot('resources', 'dev', 'node24')

/** From 22.18 on Node runs our TypeScript as it stands. */
export const isNewEnough = version => {
  const [major, minor] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

const binary = () => {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  return join(folder, 'node_modules', `node-${system}-${process.arch}`, 'bin', name)
}

const install = async () => {
  if (existsSync(binary())) return
  say(`Node ${process.versions.node} is older than 22.18: fetching Node 24 once, for this folder only.`)
  await runNpm(['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder })
  if (!existsSync(binary()))
    throw new Error(
      `No Node 24 package for ${process.platform}-${process.arch}: please install Node 24 yourself.`,
    )
}

/** Starts the same script again under Node 24, its folder first in PATH, and resolves with its exit code. */
export const rerunUnderNewerNode = async argv => {
  if (!existsSync(binary())) await withLock('node24', install)
  const path = `${dirname(binary())}${delimiter}${process.env.PATH ?? ''}`
  return runChild(binary(), argv, { env: { ...process.env, PATH: path, TRUNKLINE_RERUN: '1' } })
}
