import { defineConfig } from '@playwright/test'

/** As root Chromium has no sandbox of its own; it never calls home from a test. */
const args = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Their traces lie apart from those of the tests, whose runs empty their folder: pictures and their desk outlive them.
 * Time is of no matter.
 */
const shots = {
  outputDir: '../test-results/shot-traces',
  retries: 0,
  timeout: 900_000,
  expect: { timeout: 60_000 },
  use: { actionTimeout: 30_000 },
}

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results/traces',
  // Most of a test's time passes in calls that ring and talk: three at a time leave two cores less idle. What measures
  // frames has them to itself.
  workers: 3,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // Two cores carry calls, audio and a browser that draws without a GPU: a key may then come before its page. A test that
  // passes only when tried again is listed as flaky.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: { executablePath: process.env.TRUNKLINE_CHROMIUM ?? '/usr/bin/chromium', args },
  },
  projects: [
    // The day at the desk is walked by keys alone here, and by keys and mouse in Electron: one of both has the time.
    { name: 'browser', testMatch: '*.browser.ts', testIgnore: '**/shots/**', grepInvert: /, by mouse$/ },
    { name: 'electron', testMatch: ['story.browser.ts', 'keyboard.browser.ts'], workers: 1 },
    { name: 'measured', testMatch: '*.measured.ts', workers: 1 },
    { ...shots, name: 'desk', testMatch: 'shots/*.setup.ts' },
    { ...shots, name: 'shots', testMatch: 'shots/*.browser.ts', dependencies: ['desk'] },
  ],
})
