import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { inRoot } from './places.mjs'
import { say } from './say.mjs'

const beatMs = 2_000
const staleMs = 30_000
const longestWaitMs = 20 * 60_000

/** One at a time over all processes that use this folder. The holder touches its file; a dead holder's lock is taken over. */
export const withLock = async (name, work) => {
  mkdirSync(inRoot('out'), { recursive: true })
  const file = inRoot('out', `.lock-${name}`)
  await take(file, name)
  const beat = setInterval(() => touch(file), beatMs)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    if (read(file)?.includes(mine)) rmSync(file, { force: true })
  }
}

const mine = `${hostname()} ${process.pid} ${Date.now()}`

const take = async (file, name) => {
  const until = Date.now() + longestWaitMs
  let said = false
  while (!create(file)) {
    if (isStale(file)) clear(file)
    else {
      if (Date.now() > until)
        throw new Error(`Waited 20 minutes for another start (${name}). If none runs, delete ${file}.`)
      if (!said) say(`Another start is busy with ${name}; waiting for it.`)
      said = true
      await new Promise(resolve => setTimeout(resolve, 200))
    }
  }
}

const create = file => {
  try {
    writeFileSync(file, mine, { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

const isStale = file => {
  const owner = read(file)
  if (owner === null) return false
  const [host, pid] = owner.split(' ')
  if (host === hostname() && pid && !isAlive(Number(pid))) return true
  const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  return touched !== undefined && Date.now() - touched > staleMs
}

/** Moves the file away before deleting it: of two that find it stale, one loses the move instead of deleting a fresh lock. */
const clear = file => {
  const stale = read(file)
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    if (read(aside) !== stale) return renameSync(aside, file)
    rmSync(aside, { force: true })
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

const isAlive = pid => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const read = file => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

const touch = file => {
  try {
    const now = new Date()
    utimesSync(file, now, now)
  } catch {
    // Taken over while this process was stopped: the check at the end leaves the new owner's lock alone.
  }
}
