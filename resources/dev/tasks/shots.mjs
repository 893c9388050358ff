import { buildWhenNeeded } from '../build.mjs'
import { runPlaywright } from '../testing/playwright.mjs'

/** Pictures of every screen, by the scripts of `test/e2e/shots`. */
export const run = async args => {
  await buildWhenNeeded()
  return (await runPlaywright('shots', args)).failed > 0 ? 1 : 0
}
