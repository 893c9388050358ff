import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { say } from '../say.mjs'
import { runTool } from '../tool.mjs'

/** Runs one project of `test/playwright.config.ts`, shows it, and resolves with its count. `more`: environment. */
export const runPlaywright = async (project, filters = [], more = {}) => {
  const chromium = process.env.TRUNKLINE_CHROMIUM ?? '/usr/bin/chromium'
  if (!existsSync(chromium)) {
    say(`No browser at ${chromium}: its tests are left out. TRUNKLINE_CHROMIUM names another one.`)
    return { passed: 0, failed: 0, skipped: 1, failures: [] }
  }
  const report = join(tmpdir(), `trunkline-playwright-${process.pid}.json`)
  const args = ['test', '--config', 'test/playwright.config.ts', '--project', project, '--pass-with-no-tests']
  const env = { ...process.env, ...more, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const code = await runTool(
    '@playwright/test',
    'playwright',
    [...args, '--reporter=list,json', ...filters],
    { env },
  )
  const count = existsSync(report) ? countPlaywright(JSON.parse(readFileSync(report, 'utf8')), code) : lost
  rmSync(report, { force: true })
  return count
}

const lost = { passed: 0, failed: 1, skipped: 0, failures: ['the run ended without a report'] }

/** A test that passed only when tried again counts as passed; the list above names it as flaky. */
export const countPlaywright = ({ stats, errors, suites }, code) => {
  const failures = [
    ...suites.flatMap(failedTitles),
    ...errors.map(({ message }) => (message ?? 'an error outside of any test').split('\n')[0]),
  ]
  if (code !== 0 && failures.length === 0) failures.push('an error outside of any test')
  return { passed: stats.expected + stats.flaky, failed: failures.length, skipped: stats.skipped, failures }
}

const failedTitles = suite => [
  ...(suite.specs ?? []).filter(spec => !spec.ok).map(spec => `${spec.file} › ${spec.title}`),
  ...(suite.suites ?? []).flatMap(failedTitles),
]
