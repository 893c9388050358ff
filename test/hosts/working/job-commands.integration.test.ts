import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import type { JobId } from '../../../src-main/domain/ids.ts'
import type { JobInput } from '../../../src-main/domain/job.ts'
import { jobHandlers } from '../../../src-main/hosts/control/job-handlers.ts'
import { listenForControl } from '../../../src-main/hosts/control/listen.ts'
import { type JobCommands, openJobCommands } from '../../../src-main/hosts/working/job-commands.ts'
import { tempDir } from '../temp-dir.ts'

const anAction = (key: string, steps: number): JobInput => ({
  is: 'act',
  selection: { contacts: [] },
  action: { do: 'set_field', key, value: String(steps) },
})

const opened = async (dataDir: string): Promise<JobCommands> => {
  const commands = await openJobCommands({
    dataDir,
    workers: { working: resolve(import.meta.dirname, 'odd-thread.ts') } as never,
    log: pino({ level: 'silent' }),
  })
  if ('refused' in commands) throw new Error(commands.message)
  onTestFinished(() => commands.close())
  return commands
}

const ended = async (commands: JobCommands, job: JobId) => {
  for (let asked = 0; asked < 1_000; asked++) {
    const standing = await commands.standing(job)
    if (standing.state !== 'waiting' && standing.state !== 'running') return standing
    await new Promise(done => setTimeout(done, 10))
  }
  throw new Error('The job does not end')
}

/** As the running application answers, without its engine. */
const runs = async (dataDir: string) => {
  const commands = await opened(dataDir)
  const control = await listenForControl(dataDir, {
    ...jobHandlers(commands),
    status: async () => ({ host: 'console', pid: process.pid, activeCalls: 0 }),
  })
  if ('refused' in control) throw new Error('in use')
  onTestFinished(() => control.close())
  return commands
}

test('where nobody has the workspace open, a command does its work itself and leaves the workspace closed', async () => {
  const dataDir = tempDir()
  const commands = await opened(dataDir)
  expect(commands.store).not.toBeNull()
  const job = await commands.start({ input: anAction('well', 5), actor: 'cli', title: 'Tags' })
  expect(await ended(commands, job)).toMatchObject({ state: 'done', result: { changed: 5 } })
  await commands.close()
  await commands.close()
  const again = await opened(dataDir)
  expect(await again.standing(job)).toMatchObject({ state: 'done' })
})

test('where the application runs, it does the work, and the command sees how far it is', async () => {
  const dataDir = tempDir()
  const running = await runs(dataDir)
  const commands = await opened(dataDir)
  expect(commands.store).toBeNull()
  const job = await commands.start({ input: anAction('slow', 200), actor: 'cli', title: 'Tags' })
  let seen = 0
  for (let asked = 0; asked < 1_000 && seen === 0; asked++) {
    seen = (await commands.standing(job)).progress?.done ?? 0
    await new Promise(done => setTimeout(done, 2))
  }
  expect(seen).toBeGreaterThan(0)
  expect(await ended(commands, job)).toMatchObject({ state: 'done', result: { changed: 200 } })
  expect(await running.standing(job)).toMatchObject({ state: 'done' })
})

test('Ctrl-C of a command cancels its job in the running application', async () => {
  const dataDir = tempDir()
  await runs(dataDir)
  const commands = await opened(dataDir)
  const job = await commands.start({ input: anAction('slow', 100_000), actor: 'cli', title: 'Tags' })
  expect(await commands.cancel(job, 'cli')).toBe('cancelled')
  expect(await ended(commands, job)).toMatchObject({ state: 'cancelled' })
})

test('a job that is not known is refused in words, here and over the socket', async () => {
  const dataDir = tempDir()
  const here = await runs(dataDir)
  const there = await opened(dataDir)
  await expect(here.standing(9 as JobId)).rejects.toThrow('There is no job 9.')
  await expect(there.standing(9 as JobId)).rejects.toThrow('There is no job 9.')
})

test('a workspace that cannot be opened is refused in words', async () => {
  const dataDir = tempDir()
  mkdirSync(join(dataDir, 'workspace.db'))
  writeFileSync(join(dataDir, 'other'), '')
  const commands = await openJobCommands({ dataDir, workers: {} as never, log: pino({ level: 'silent' }) })
  expect(commands).toMatchObject({ refused: 'no_access' })
})
