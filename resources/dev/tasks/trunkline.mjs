import { pathToFileURL } from 'node:url'
import { buildWhenNeeded } from '../build.mjs'
import { inRoot } from '../places.mjs'

/** The command line, in this very process: its signals, exit code and stdout are ours. */
export const run = async args => {
  await buildWhenNeeded()
  const program = inRoot('out', 'main', 'cli.js')
  process.argv = [process.execPath, program, ...args]
  await import(pathToFileURL(program).href)
}
