import { buildWhenNeeded } from '../build.mjs'
import { runScripts } from '../scripts.mjs'

/** `npm run bench` runs every script of `test/bench`, `npm run bench -- media --json` one of them with its options. */
export const run = async args => {
  await buildWhenNeeded()
  return runScripts('bench', args)
}
