import { buildWhenNeeded } from '../build.mjs'
import { runScripts } from '../scripts.mjs'

/** `npm run faults -- kill --times 50 --json` runs one script of `test/faults` with its options, alone all of them. */
export const run = async args => {
  await buildWhenNeeded()
  return runScripts('faults', args)
}
