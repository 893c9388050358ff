import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const integration = 'test/**/*.integration.test.{ts,mjs}'
/** Kept out of `unit` and `integration`: what needs other programs, and what takes minutes by nature. */
const apart = ['test/peers/**', 'test/faults/**', 'test/bench/**', 'test/e2e/**']

export default defineConfig({
  test: {
    root: resolve(import.meta.dirname, '..'),
    environment: 'node',
    // Integration waits for telephones and timers most of the time: three at a time leave two cores less idle.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,mjs}'],
          exclude: [integration, ...apart],
          // Some open a workspace file of their own: on a busy machine that takes its time.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: [integration],
          exclude: apart,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Real processes, sockets and clocks on two shared cores; a test that needs its second try is shown as such.
          retry: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'peers',
          include: ['test/peers/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
          retry: 1,
        },
      },
    ],
  },
})
