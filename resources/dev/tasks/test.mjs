import { buildWhenNeeded } from '../build.mjs'
import { runSteps } from '../check/run-steps.mjs'
import { say } from '../say.mjs'
import { runScripts } from '../scripts.mjs'
import { runInElectron } from '../testing/electron.mjs'
import { runPlaywright } from '../testing/playwright.mjs'
import { bringPrograms } from '../testing/programs.mjs'
import { runVitest } from '../testing/vitest.mjs'

/** Everything, cheapest first; a failure stops nothing, so that one run tells all. The last line is the sum. */
const stages = {
  check: runSteps,
  unit: () => runVitest('unit'),
  build,
  integration: () => runVitest('integration'),
  peers: () => runVitest('peers'),
  faults: killAFew,
  browser: () => inBrowser('browser'),
  electron: inElectron,
  measured: () => inBrowser('measured'),
}

/** Half a build would only fail every browser test for the same reason. */
async function inBrowser(project) {
  const { failed } = await build()
  if (failed > 0) return { passed: 0, failed: 1, skipped: 0, failures: ['not run: nothing to open'] }
  return runPlaywright(project)
}

async function inElectron() {
  const { failed } = await build()
  return failed > 0
    ? { passed: 0, failed: 1, skipped: 0, failures: ['not run: nothing to open'] }
    : runInElectron()
}

/** The engine killed a few times, judged by the carrier's ledger; `npm run faults` does it as often as wanted. */
async function killAFew() {
  const code = await runScripts('faults', ['kill', '--times', '5', '--json'])
  return code === 0
    ? { passed: 1, failed: 0, skipped: 0, failures: [] }
    : { passed: 0, failed: 1, skipped: 0, failures: ['the engine, killed five times'] }
}

async function build() {
  try {
    await buildWhenNeeded()
    return { passed: 1, failed: 0, skipped: 0, failures: [] }
  } catch (error) {
    say(error.message)
    return { passed: 0, failed: 1, skipped: 0, failures: ['the build'] }
  }
}

const needsPrograms = new Set(['peers', 'browser', 'measured'])

/** `npm test -- unit check` runs only those stages. */
export const run = async args => {
  const unknown = args.filter(name => !(name in stages))
  if (unknown.length > 0)
    throw new Error(`No stage «${unknown.join(', ')}»; there are ${Object.keys(stages).join(', ')}.`)
  const chosen = Object.entries(stages).filter(([name]) => args.length === 0 || args.includes(name))
  if (chosen.some(([name]) => needsPrograms.has(name))) await bringPrograms()
  const sum = { passed: 0, failed: 0, skipped: 0, failures: [] }
  for (const [name, stage] of chosen) {
    say(`\n── ${name} ──`)
    const count = await stage()
    for (const key of ['passed', 'failed', 'skipped']) sum[key] += count[key]
    sum.failures.push(...count.failures.map(failure => `${name}: ${failure}`))
  }
  if (sum.failures.length > 0) say(`\nFailed:\n${sum.failures.map(failure => `  ${failure}`).join('\n')}\n`)
  const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''
  process.stdout.write(`${sum.passed} passed, ${sum.failed} failed${skipped}\n`)
  return sum.failed > 0 ? 1 : 0
}
