import { buildWhenNeeded } from '../build.mjs'
import { runVitest } from '../testing/vitest.mjs'

export const run = async args => {
  await buildWhenNeeded()
  const { passed, failed, failures } = await runVitest('faults', args)
  for (const failure of failures) process.stderr.write(`failed: ${failure}\n`)
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  return failed > 0 ? 1 : 0
}
