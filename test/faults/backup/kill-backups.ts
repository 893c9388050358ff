import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { judge, readJournal } from './judge.ts'
import { type History, makeHistory } from './make-history.ts'

export interface Killed {
  /** By what was killed: how the workspace stood after it. */
  readonly backup: { readonly kills: number; readonly made: number }
  readonly restore: { readonly kills: number; readonly old: number; readonly new: number }
  /** Everything that must not be, in words. */
  readonly faults: readonly string[]
}

export interface KillOrder {
  /** Each of the two commands is killed so often. */
  readonly times: number
  readonly contacts: number
  readonly seed: number
}

const command = resolve(import.meta.dirname, 'command.ts')
const LONGEST_MS = 60_000
const SHORTLY_MS = 60

/**
 * Kills `trunkline backup` and `trunkline restore` at random moments, most of them while the copy is made or takes the
 * workspace's place, and looks: the workspace is the old one or the new one and says which, every backup is whole, and
 * nobody who was called is forgotten.
 */
export async function killBackups(
  { times, contacts, seed }: KillOrder,
  say: (line: string) => void,
): Promise<Killed> {
  const chance = seeded(seed)
  const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
  const history = await makeHistory(contacts, place)
  const before = readJournal(history.folder)
  const faults: string[] = []
  const counts = { backup: { kills: 0, made: 0 }, restore: { kills: 0, old: 0, new: 0 } }
  try {
    for (const what of ['backup', 'restore'] as const) {
      const longMs = await inCopy(history, place, folder => workMs(folder, what, history))
      for (let kill = 1; kill <= times; kill += 1) {
        const afterMs = chance() * longMs * 1.2
        const found = await inCopy(history, place, async folder => {
          const life = start(folder, what, history)
          const aim = aims[kill % aims.length] ?? 'any'
          if (aim !== 'any') await reaches(() => signs[what](folder, aim), life.ended)
          await Promise.race([wait(aim === 'changing over' ? chance() * SHORTLY_MS : afterMs), life.ended])
          const isOver = await life.kill()
          return { isOver, ...(await judge(folder, before, history.lateName)), made: madeIn(folder) }
        })
        counts[what].kills += found.isOver ? 0 : 1
        if (what === 'backup') counts.backup.made += found.made
        else counts.restore[found.is] += 1
        if (what === 'backup' && found.is === 'new')
          faults.push(`${what} ${kill}: the workspace is another one`)
        faults.push(...found.faults.map(fault => `${what} ${kill}: ${fault}`))
        say(
          `${what} ${kill} of ${times}: ${found.isOver ? 'was over' : 'killed'}, the workspace is the ${found.is} one`,
        )
      }
    }
  } finally {
    rmSync(history.folder, { recursive: true, force: true })
  }
  return { ...counts, faults }
}

async function inCopy<T>(
  { folder }: History,
  place: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const copy = mkdtempSync(join(place, 'trunkline-killed-'))
  try {
    cpSync(folder, copy, { recursive: true })
    return await work(copy)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function start(folder: string, what: 'backup' | 'restore', { backup }: History) {
  const child = spawn(
    process.execPath,
    [command, what, ...(what === 'restore' ? [backup] : []), '--data', folder],
    { stdio: 'ignore' },
  )
  const ended = once(child, 'close').then(() => {})
  return {
    ended,
    /** @returns whether it was over before */
    kill: async () => {
      const isOver = child.exitCode !== null
      child.kill('SIGKILL')
      await ended
      return isOver
    },
  }
}

/** From the beginning of the command, of its copy, or of the moment in which that takes its place. */
const aims = ['any', 'copying', 'changing over', 'copying'] as const

const signs: Record<'backup' | 'restore', (folder: string, aim: (typeof aims)[number]) => boolean> = {
  backup: folder => readdirSync(join(folder, 'backups')).some(name => name.endsWith('.part')),
  // The manifest of the workspace that is replaced is written shortly before.
  restore: (folder, aim) =>
    aim === 'changing over'
      ? readdirSync(join(folder, 'backups')).some(name => name.endsWith('.json'))
      : existsSync(join(folder, 'workspace.db.restored')),
}

async function reaches(isThere: () => boolean, ended: Promise<void>): Promise<void> {
  let isOver = false
  void ended.then(() => {
    isOver = true
  })
  for (const until = Date.now() + LONGEST_MS; !isThere() && !isOver && Date.now() < until; ) await wait(1)
}

const madeIn = (folder: string) =>
  readdirSync(join(folder, 'backups')).filter(name => name.endsWith('.db')).length - 1

/** How long its work takes once it has begun. */
async function workMs(folder: string, what: 'backup' | 'restore', history: History): Promise<number> {
  const life = start(folder, what, history)
  await reaches(() => signs[what](folder, 'copying'), life.ended)
  const since = Date.now()
  await life.ended
  return Date.now() - since
}

/** Same seed, same moments. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
