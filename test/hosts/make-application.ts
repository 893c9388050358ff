import { eventIterator, os } from '@orpc/server'
import { z } from 'zod'
import type { JobId } from '../../src-main/domain/ids.ts'
import type { Application } from '../../src-main/hosts/application.ts'

/** A very small application, enough to see that a host carries calls, errors and live values. */
export const anApplication = (override: Partial<Application> = {}): Application & { closed: number[] } => {
  const closed: number[] = []
  return {
    closed,
    router: {
      ping: os.handler(({ context }) => ({ pong: (context as { workspace?: string }).workspace ?? null })),
      double: os.input(z.int()).handler(({ input }) => input * 2),
      ticks: os.output(eventIterator(z.int())).handler(async function* () {
        for (let tick = 1; tick <= 3; tick++) yield tick
      }),
    },
    context: { workspace: 'test' },
    recordingFile: async () => null,
    takeUpload: async () => ({ upload: 'none' }),
    jobs: {
      start: async () => 1 as JobId,
      cancel: async () => 'unknown',
      standing: async () => ({ state: 'waiting', progress: null, result: null, message: '' }),
      listNamed: async () => 1 as never,
    },
    campaigns: {
      'campaign-move': async () => ({ state: 'paused', activeCalls: 0 }),
      'campaign-now': async () => ({ activeCalls: 0, holds: [] }),
    },
    jobFile: async () => null,
    logFile: async () => null,
    backup: async () => ({ name: 'none' }),
    activeCalls: () => 0,
    onActiveCalls: () => () => undefined,
    campaignsWait: () => false,
    stopAll: async () => undefined,
    hangUp: () => undefined,
    close: async ({ drainSeconds }) => {
      closed.push(drainSeconds)
    },
    ...override,
  }
}
