import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { root } from '../places.mjs'
import { runTool } from '../tool.mjs'

/** Runs one project of `test/vitest.config.ts`, shows it, and resolves with its count. */
export const runVitest = async (project, filters = []) => {
  const report = join(tmpdir(), `trunkline-vitest-${project}-${process.pid}.json`)
  const args = ['run', '--config', 'test/vitest.config.ts', '--project', project, '--passWithNoTests']
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runTool('vitest', 'vitest', [...args, ...reporters, ...filters])
  const count = existsSync(report) ? countVitest(JSON.parse(readFileSync(report, 'utf8')), code) : lost
  rmSync(report, { force: true })
  return count
}

/** A run that left no report ended before its time. */
const lost = { passed: 0, failed: 1, skipped: 0, failures: ['the run ended without a report'] }

/** A file that cannot be loaded or prepared has no failed test, and an error outside a test belongs to none: one failure each. */
export const countVitest = (report, code) => {
  const unloaded = report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  )
  const failures = [
    ...report.testResults.flatMap(file =>
      file.assertionResults
        .filter(test => test.status === 'failed')
        .map(test => `${relative(root, file.name)} › ${test.fullName}`),
    ),
    ...unloaded.map(
      file => `${relative(root, file.name)}: ${(file.message ?? 'cannot be loaded').split('\n')[0]}`,
    ),
  ]
  if (code !== 0 && failures.length === 0) failures.push('an error outside of any test')
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  }
}
